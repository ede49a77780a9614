import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { overlayGone, readPanel } from "../../tools/surfaces/panel.ts";
import { regionAsked } from "../../tools/surfaces/region.ts";
import { BROWSERS } from "./harness/browsers.ts";
import { boxOf, insideOf, middleOf, onDesk, type Spot, standOut } from "./harness/desk.ts";
import { REFUSED_FETCH } from "./harness/errors.ts";
import { SAMPLE, SCENES, type Scene } from "./harness/scenes.ts";
import { type Stage, startStage } from "./harness/stage.ts";
import { type AnyWorld, leave, startWorldIn } from "./harness/world.ts";

onDesk.each(BROWSERS)("in %s the digits in", (browser) => {
	let world: AnyWorld;
	let stage: Stage;

	beforeAll(async () => {
		[world, stage] = await Promise.all([startWorldIn(browser, { expected: REFUSED_FETCH }), startStage()]);
	});
	afterAll(async () => {
		await world?.finish();
		await stage?.stop();
	});

	beforeEach(() => world.page.bringToFront());
	afterEach(() => leave(world));

	/** Opens a scene, points at the picture in it, and looks at what is read and at what stays behind. */
	async function isRead(name: string, from: Scene["from"], point: (spot: Spot) => Promise<void>) {
		const { page, desk } = world;
		const fetched = stage.fetched();
		await page.goto(stage.address(name), { waitUntil: "networkidle0" });
		const target = (await page.waitForSelector("#target:not([data-wait])"))!;
		const before = await page.content();
		await point(await middleOf(target));
		if (from === "asked") {
			await regionAsked(page);
			await desk.drag(page, insideOf(await boxOf(target), 12));
		}

		const { text, words, boxes } = await readPanel(page);
		expect(text).toBe(SAMPLE.text);
		expect(words.includes("what the screen shows")).toBe(from === "screenshot");
		expect(stage.fetched() - fetched).toBe(from === "fetch" ? 1 : 0);
		expect(standOut(boxes, await boxOf(target))).toEqual([]);

		desk.press("Escape");
		await overlayGone(page);
		expect(await page.content()).toBe(before);
	}

	it.each(SCENES)("%s are read where they stand, and nothing stays behind", (name, { from }) =>
		isRead(name, from, (spot) => world.desk.choose(world.page, spot, "r")),
	);

	it.each(SCENES.filter(([, { clicked }]) => clicked))(
		"%s are read by a click while a region is selected",
		(name, { from }) =>
			isRead(name, from, async (spot) => {
				world.desk.press("alt+shift+l");
				await regionAsked(world.page);
				await world.desk.click(world.page, spot);
			}),
	);

	it("nothing are asked for as a region, with the reason", async () => {
		const { page, desk, demo } = world;
		await page.goto(demo.origin);
		await page.evaluate(() => document.body.replaceChildren());
		await desk.choose(page, { x: 300, y: 300 }, "r");
		await regionAsked(page);
		await page.waitForSelector("text/There is no picture right there.");
	});
});
