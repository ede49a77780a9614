import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { drawSample } from "../../tools/demo/draw.ts";
import { readPanel } from "../../tools/surfaces/panel.ts";
import { openedPopup, popupClosed } from "../../tools/surfaces/popup.ts";
import { regionAsked } from "../../tools/surfaces/region.ts";
import { until } from "../../tools/surfaces/until.ts";
import { boxOf, insideOf, type Spot } from "./harness/desk.ts";
import { pdfOf } from "./harness/pdf.ts";
import { SAMPLE } from "./harness/scenes.ts";
import { HAS_DESK, leave, startWorld, type World } from "./harness/world.ts";

describe.skipIf(!HAS_DESK)("on pages that are no web pages", () => {
	let world: World;
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "digit-lens-"));
		await writeFile(join(folder, "page.html"), `<!doctype html><title>A file</title>${drawSample(SAMPLE)}`);
		await writeFile(join(folder, "paper.pdf"), pdfOf(SAMPLE.text));
		world = await startWorld();
	});
	afterAll(async () => {
		await world?.finish();
		await rm(folder, { recursive: true, force: true });
	});

	afterEach(() => leave(world));

	const open = (file: string, view = "") => world.page.goto(`${pathToFileURL(join(folder, file))}${view}`);

	async function readRegion(path: readonly Spot[]): Promise<string> {
		const { page, desk } = world;
		desk.press("alt+shift+l");
		await regionAsked(page);
		await desk.drag(page, path);
		return (await readPanel(page)).text;
	}

	it("a file is read", async () => {
		await open("page.html");
		expect(await readRegion(insideOf(await boxOf((await world.page.$("svg"))!), 4))).toBe(SAMPLE.text);
	});

	it("a PDF is read", async () => {
		// Its viewer is no page that one could look into: the digits stand in the middle of what it shows.
		await open("paper.pdf", "#toolbar=0&navpanes=0&view=FitH");
		await until(
			async () =>
				(
					await sharp(await world.page.screenshot())
						.greyscale()
						.stats()
				).channels[0]!.mean > 200,
			"the paper is not shown",
		);
		const { width, height } = await world.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
		expect(await readRegion(insideOf({ x: 0, y: 0, width: width - 20, height }, 40))).toBe(SAMPLE.text);
	});

	it("a page of the browser is left alone, with a sentence", async () => {
		const { page, desk, extension } = world;
		await page.goto("chrome://version");
		desk.press("alt+shift+l");
		const popup = await openedPopup(extension);
		expect(await noticeOf(popup)).toContain("The browser lets no extension read this page.");
		desk.press("Escape");
		await popupClosed(extension);
	});
});

async function noticeOf(popup: Page): Promise<string> {
	const notice = await popup.waitForSelector('[role="alert"]:not(:empty)');
	return notice!.evaluate((element) => element.textContent);
}
