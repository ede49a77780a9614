import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { overlayGone, readPanel } from "../../tools/surfaces/panel.ts";
import { regionAsked } from "../../tools/surfaces/region.ts";
import { BROWSERS } from "./harness/browsers.ts";
import { boxOf, insideOf, middleOf, standOut } from "./harness/desk.ts";
import { REFUSED_FETCH } from "./harness/errors.ts";
import { SAMPLE, SCENES } from "./harness/scenes.ts";
import { type Stage, startStage } from "./harness/stage.ts";
import { type AnyWorld, HAS_DESK, leave, startWorldIn } from "./harness/world.ts";

describe.skipIf(!HAS_DESK).each(BROWSERS)("in %s the digits in", (browser) => {
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

	it.each(SCENES)(
		"%s are read where they stand, and nothing stays behind",
		async (name, { clicked, from }) => {
			const { page, desk } = world;
			const fetched = stage.fetched();
			await page.goto(stage.address(name), { waitUntil: "networkidle0" });
			const target = (await page.waitForSelector("#target:not([data-wait])"))!;
			const spot = await middleOf(target);
			const before = await page.content();
			if (clicked) {
				desk.press("alt+shift+l");
				await regionAsked(page);
				await desk.click(page, spot);
			} else {
				await desk.choose(page, spot, "r");
			}
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
		},
	);
});
