import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { overlayGone, panelHasKeys, panelStyle, readPanel } from "../../tools/surfaces/panel.ts";
import { until } from "../../tools/surfaces/until.ts";
import { BROWSERS } from "./harness/browsers.ts";
import { middleOf, onDesk } from "./harness/desk.ts";
import { SAMPLE } from "./harness/scenes.ts";
import { type Stage, startStage } from "./harness/stage.ts";
import { type AnyWorld, leave, startWorldIn } from "./harness/world.ts";

declare const attack: () => void;
declare const read: () => string;
declare const strangers: () => Element[];

onDesk.each(BROWSERS)("a hostile page in %s", (name) => {
	let world: AnyWorld;
	let stage: Stage;

	beforeAll(async () => {
		[world, stage] = await Promise.all([startWorldIn(name), startStage()]);
	});
	afterAll(async () => {
		await world?.finish();
		await stage?.stop();
	});

	beforeEach(async () => {
		const { page, desk } = world;
		await page.bringToFront();
		await page.goto(stage.hostile);
		await desk.choose(page, await middleOf((await page.$("#target"))!), "r");
	});
	afterEach(() => leave(world));

	it("cannot make the reading another one", async () => {
		expect((await readPanel(world.page)).text).toBe(SAMPLE.text);
	});

	it("cannot style the panel", async () => {
		const { page } = world;
		await readPanel(page);
		// It is seen once it has found its place.
		const hostile = await until(async () => {
			const style = await panelStyle(page);
			return style.visible && style;
		}, "the panel is not seen");
		await page.keyboard.press("Escape");
		await overlayGone(page);
		expect(hostile).toMatchObject({
			color: "rgb(19, 33, 46)",
			backgroundColor: "rgb(255, 255, 255)",
			fontSize: "13px",
		});
	});

	it("cannot read the number", async () => {
		const { page, desk } = world;
		await readPanel(page);
		await panelHasKeys(page);
		desk.press("Tab", "Tab", "Tab");
		expect(await page.evaluate(() => read())).not.toContain(SAMPLE.text);
	});

	it("cannot press anything, or take the panel away", async () => {
		const { page } = world;
		const { boxes } = await readPanel(page);
		await page.evaluate(() => attack());
		await until(async () => (await panelStyle(page)).visible, "the panel does not come back");
		expect(await readPanel(page)).toMatchObject({ text: SAMPLE.text, boxes });
	});

	it("gets its will when it insists, and nothing stays behind but a word on it", async () => {
		const { page, desk, popupWords } = world;
		await readPanel(page);
		await page.evaluate(() => {
			const takeAway = () => {
				for (const stranger of strangers()) stranger.remove();
			};
			new MutationObserver(takeAway).observe(document, { childList: true, subtree: true });
			takeAway();
		});
		await overlayGone(page);
		const told = async () =>
			(await popupWords()).includes("This page lets nothing of Digit Lens stand in it.");
		await until(told, "nobody is told why");
		desk.press("Escape");
		await until(async () => (await popupWords()) === "", "the popup is still open");
	});

	it("can be written anew, and nothing stays behind", async () => {
		const { page } = world;
		await readPanel(page);
		await page.evaluate(() => {
			document.open();
			document.write("<!doctype html><title>Another page</title><p>It was written anew");
			document.close();
		});
		await overlayGone(page);
	});
});
