import { afterAll, beforeAll, expect, it } from "vitest";
import { dialogOf, HOST, overlayGone, readPanel } from "../../tools/surfaces/panel.ts";
import { regionAsked } from "../../tools/surfaces/region.ts";
import { until } from "../../tools/surfaces/until.ts";
import { CHROME_BUILD, FIREFOX_BUILD } from "./harness/browsers.ts";
import { boxOf, insideOf, middleOf, onDesk } from "./harness/desk.ts";
import { SAMPLE } from "./harness/scenes.ts";
import { type Stage, startStage } from "./harness/stage.ts";
import { type AnyWorld, startWorld, startWorldIn, type World } from "./harness/world.ts";

onDesk("when the extension is updated while its panel is open", () => {
	let world: World;
	let stage: Stage;
	beforeAll(async () => {
		[world, stage] = await Promise.all([startWorld(), startStage()]);
		await world.page.goto(stage.address("an image of the same site"));
	});
	afterAll(async () => {
		await world?.stop();
		await stage?.stop();
	});

	it("the old panel says that it reaches nobody, and the next reading takes its place", async () => {
		const { desk, page, browser } = world;
		const target = (await page.waitForSelector("#target"))!;
		await desk.focus(page);
		await desk.openMenu(page, await middleOf(target));
		await desk.openSubmenu("d");
		desk.press("r");
		expect((await readPanel(page)).text).toBe(SAMPLE.text);

		await browser.installExtension(CHROME_BUILD);
		await page.bringToFront();
		const { x, y, width, height } = await dialogOf(page, (dialog) =>
			dialog.querySelector(".link")!.getBoundingClientRect().toJSON(),
		);
		await desk.click(page, { x: x + width / 2, y: y + height / 2 });
		await until(
			async () => (await readPanel(page)).words.includes("reload the page"),
			"the old panel does not say that it reaches nobody",
		);

		// The updated extension hears the shortcut once its worker runs. To attach to that one, as `extensionReady` does,
		// may be to attach to the old one, which never answers.
		await until(async () => {
			desk.press("alt+shift+l");
			return Promise.race([
				regionAsked(page).then(() => true),
				new Promise<false>((done) => setTimeout(done, 2000, false)),
			]);
		}, "the updated extension does not hear the shortcut");
		await desk.drag(page, insideOf(await boxOf(target), 2));
		expect((await readPanel(page)).text).toBe(SAMPLE.text);
		expect(await page.$$(HOST)).toHaveLength(1);
		desk.press("Escape");
		await overlayGone(page);
	});
});

onDesk("when the extension is updated in Firefox while a region is selected", () => {
	let world: AnyWorld;
	let stage: Stage;
	beforeAll(async () => {
		[world, stage] = await Promise.all([startWorldIn("Firefox"), startStage()]);
		await world.page.goto(stage.address("an image of the same site"));
	});
	afterAll(async () => {
		await world?.stop();
		await stage?.stop();
	});

	it("what is left of it soon lets the page be", async () => {
		const { page, desk, browser } = world;
		await page.waitForSelector("#target");
		await desk.focus(page);
		desk.press("alt+shift+l");
		await regionAsked(page);
		const lies = () =>
			page.evaluate((host) => document.elementFromPoint(200, 200)?.matches(host) ?? false, HOST);
		await until(lies, "the region's frame does not lie over the page");
		await new Promise((resolve) => setTimeout(resolve, 6000));
		expect(await lies()).toBe(true);
		await browser.installExtension(FIREFOX_BUILD);
		await until(async () => !(await lies()), "the dead frame still lies over the page");
	});
});
