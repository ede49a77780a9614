import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readPanel } from "../../tools/surfaces/panel.ts";
import { regionAsked } from "../../tools/surfaces/region.ts";
import { until } from "../../tools/surfaces/until.ts";
import { BROWSERS } from "./harness/browsers.ts";
import { boxOf, insideOf, middleOf, onDesk, standOut } from "./harness/desk.ts";
import { REFUSED_FETCH } from "./harness/errors.ts";
import { SAMPLE } from "./harness/scenes.ts";
import { type Stage, startStage } from "./harness/stage.ts";
import { type AnyWorld, leave, startWorldIn } from "./harness/world.ts";

/** As far as Ctrl+minus or Ctrl+plus lead at least; the steps are the browser's. */
const ZOOMS = [0.7, 0.8, 1.5, 2];

onDesk.each(BROWSERS)("a page in %s", (name) => {
	let world: AnyWorld;
	let stage: Stage;

	beforeAll(async () => {
		[world, stage] = await Promise.all([startWorldIn(name, { expected: REFUSED_FETCH }), startStage()]);
		await world.page.goto(stage.address("an image of another site"));
	});
	afterAll(async () => {
		await world?.finish();
		await stage?.stop();
	});

	beforeEach(() => world.page.bringToFront());
	afterEach(() => leave(world));

	it.each(["html", "dialog"])("is read by region where its styles zoom it: %s", async (selector) => {
		const { page, desk } = world;
		const target = (await page.$("#target"))!;
		await target.evaluate((image, zoomed) => {
			if (zoomed === "dialog") {
				const dialog = document.createElement("dialog");
				document.body.append(dialog);
				dialog.append(image);
				dialog.showModal();
			}
			document.querySelector<HTMLElement>(zoomed)!.style.zoom = "1.5";
		}, selector);
		desk.press("alt+shift+l");
		await regionAsked(page);
		await desk.drag(page, insideOf(await boxOf(target), 4));
		const { text, boxes } = await readPanel(page);
		expect(text).toBe(SAMPLE.text);
		expect(standOut(boxes, await boxOf(target))).toEqual([]);
		await leave(world);
		await page.reload();
	});

	describe.each(ZOOMS)("zoomed to %s", (zoom) => {
		beforeAll(async () => {
			const { page, desk } = world;
			await desk.focus(page);
			const ratio = () => page.evaluate(() => devicePixelRatio);
			desk.press("ctrl+0");
			await until(async () => (await ratio()) === 1, "the zoom does not go back");
			for (let now = 1; zoom < 1 ? now > zoom + 0.01 : now < zoom - 0.01; ) {
				const before = now;
				desk.press(zoom < 1 ? "ctrl+minus" : "ctrl+plus");
				now = await until(async () => {
					const then = await ratio();
					return then !== before && then;
				}, "the page is not zoomed");
			}
		});

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
});
