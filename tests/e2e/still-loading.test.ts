import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { drawSample } from "../../tools/demo/draw.ts";
import { listen, type Site } from "../../tools/demo/server.ts";
import { overlayGone, readPanel } from "../../tools/surfaces/panel.ts";
import { middleOf, onDesk } from "./harness/desk.ts";
import { SAMPLE } from "./harness/scenes.ts";
import { startWorld, type World } from "./harness/world.ts";

// In Firefox it is read once it has loaded: see lib/browser/inject.ts.
onDesk("a page that is loading for ever in Chromium", () => {
	let world: World;
	let site: Site;
	beforeAll(async () => {
		const png = await sharp(Buffer.from(drawSample(SAMPLE)))
			.png()
			.toBuffer();
		site = await listen((request, response) => {
			if (request.url === "/p.png") {
				response.setHeader("content-type", "image/png");
				response.end(png);
				return;
			}
			// Its end never comes, nor that of the frame in it.
			response.setHeader("content-type", "text/html");
			response.write(`<!doctype html><title>Slow</title><p>${" ".repeat(2000)}`);
			if (request.url === "/") response.write(`<img id="target" src="/p.png"><iframe src="/slow"></iframe>`);
		});
		world = await startWorld();
	});
	afterAll(async () => {
		await world?.stop();
		await site?.stop();
	});

	it("is read as any other", async () => {
		const { page, desk } = world;
		page.goto(site.origin).catch(() => {});
		const target = (await page.waitForSelector("#target"))!;
		await page.waitForFunction(() => document.querySelector("img")?.complete);
		expect(await page.evaluate(() => document.readyState)).toBe("loading");
		await desk.choose(page, await middleOf(target), "r");
		expect((await readPanel(page)).text).toBe(SAMPLE.text);
		desk.press("Escape");
		await overlayGone(page);
	});
});
