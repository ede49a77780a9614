import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readPanel } from "../../tools/surfaces/panel.ts";
import { regionAsked } from "../../tools/surfaces/region.ts";
import { boxOf, insideOf, middleOf, standOut } from "./harness/desk.ts";
import { REFUSED_FETCH } from "./harness/errors.ts";
import { SAMPLE } from "./harness/scenes.ts";
import { type Stage, startStage } from "./harness/stage.ts";
import { HAS_DESK, leave, startWorld, type World } from "./harness/world.ts";

/** Steps of Ctrl+minus or Ctrl+plus from 100 %, and the zoom that they lead to in Chromium. */
const ZOOMS = [
	[-4, 0.67],
	[-2, 0.8],
	[3, 1.5],
	[5, 2],
] as const;

describe.skipIf(!HAS_DESK).each(ZOOMS)("a page zoomed by %s steps", (steps, zoom) => {
	let world: World;
	let stage: Stage;

	beforeAll(async () => {
		[world, stage] = await Promise.all([startWorld({ expected: REFUSED_FETCH }), startStage()]);
		const { page, desk } = world;
		await page.goto(stage.address("an image of another site"));
		desk.press(...Array(Math.abs(steps)).fill(steps < 0 ? "ctrl+minus" : "ctrl+plus"));
		await page.waitForFunction((factor) => Math.abs(devicePixelRatio - factor) < 0.01, {}, zoom);
	});
	afterAll(async () => {
		await world?.finish();
		await stage?.stop();
	});

	beforeEach(() => world.page.bringToFront());
	afterEach(() => leave(world));

	it("shows an image to a right-click, by screenshot", async () => {
		const { page, desk } = world;
		const target = (await page.$("#target"))!;
		await desk.choose(page, await middleOf(target), "r");
		const { text, words, boxes } = await readPanel(page);
		expect(text).toBe(SAMPLE.text);
		expect(words).toContain("what the screen shows");
		expect(standOut(boxes, await boxOf(target))).toEqual([]);
	});

	it("is read by region", async () => {
		const { page, desk } = world;
		const target = (await page.$("#target"))!;
		desk.press("alt+shift+l");
		await regionAsked(page);
		await desk.drag(page, insideOf(await boxOf(target), 4));
		const { text, boxes } = await readPanel(page);
		expect(text).toBe(SAMPLE.text);
		expect(standOut(boxes, await boxOf(target))).toEqual([]);
	});
});
