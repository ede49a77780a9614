import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { overlayGone, readPanel } from "../../tools/surfaces/panel.ts";
import { regionAsked } from "../../tools/surfaces/region.ts";
import { middleOf } from "./harness/desk.ts";
import { SCENE_NAMES, SCENE_TEXT, type Stage, startStage } from "./harness/scenes.ts";
import { HAS_DESK, leave, startWorld, type World } from "./harness/world.ts";

describe.skipIf(!HAS_DESK)("the digits in", () => {
	let world: World;
	let stage: Stage;

	beforeAll(async () => {
		[world, stage] = await Promise.all([startWorld(), startStage()]);
	});
	afterAll(async () => {
		await world?.stop();
		await stage?.stop();
	});

	beforeEach(() => world.page.bringToFront());
	afterEach(() => leave(world));

	it.each(SCENE_NAMES)("%s are read where they stand, and nothing stays behind", async (name) => {
		const { page, desk } = world;
		const { clicked, fromScreen } = stage.scene(name);
		await page.goto(stage.address(name), { waitUntil: "networkidle0" });
		const target = await page.$("#target");
		const spot = await middleOf(target!);
		const before = await page.content();
		if (clicked) {
			desk.press("alt+shift+l");
			await regionAsked(page);
			await desk.click(page, spot);
		} else {
			await desk.openMenu(page, spot);
			await desk.openSubmenu("d");
			desk.press("r");
		}

		const { text, words, boxes } = await readPanel(page);
		expect(text).toBe(SCENE_TEXT);
		expect(words.includes("what the screen shows")).toBe(fromScreen === true);
		const around = (await target!.boundingBox())!;
		for (const { x, y, width, height } of boxes) {
			expect(x).toBeGreaterThan(around.x - 4);
			expect(y).toBeGreaterThan(around.y - 4);
			expect(x + width).toBeLessThan(around.x + around.width + 4);
			expect(y + height).toBeLessThan(around.y + around.height + 4);
		}

		desk.press("Escape");
		await overlayGone(page);
		expect(await page.content()).toBe(before);
	});

	it("made nothing complain but the refusal of another site", () => {
		// The browser itself reports a fetch that a site does not allow, in the console of the worker.
		const refused =
			/background\.js: (Access to fetch at .* blocked by CORS|Failed to load resource: net::ERR_FAILED)/;
		expect(world.errors.filter((error) => !refused.test(error))).toEqual([]);
	});
});
