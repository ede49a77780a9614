import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDigits } from "../../tools/demo/hand.ts";
import { dialogOf, HOST, overlayGone, readPanel } from "../../tools/surfaces/panel.ts";
import { regionAsked } from "../../tools/surfaces/region.ts";
import { until } from "../../tools/surfaces/until.ts";
import { boxOf, insideOf, middleOf } from "./harness/desk.ts";
import { SAMPLE } from "./harness/scenes.ts";
import { type Stage, startStage } from "./harness/stage.ts";
import { CHROME_BUILD, HAS_DESK, startWorld, type World } from "./harness/world.ts";

declare const chrome: { management: { setEnabled(id: string, enabled: boolean): Promise<void> } };

// What a page shows of an extension that is switched off or updated under it: nobody answers its scripts any more.
describe.skipIf(!HAS_DESK).each(["switched off", "updated"] as const)("when the extension is %s", (how) => {
	let world: World;
	let stage: Stage;
	let page: Page;
	beforeAll(async () => {
		[world, stage] = await Promise.all([
			startWorld({ expected: /Extension context invalidated/ }),
			startStage(),
		]);
		({ page } = world);
	});
	afterAll(async () => {
		await world?.stop();
		await stage?.stop();
	});

	/** Takes the extension away from the scripts that stand in the page, and gives it back to those that come. */
	async function takeAway(): Promise<void> {
		if (how === "updated") return void (await world.browser.installExtension(CHROME_BUILD));
		const manager = await world.browser.newPage();
		await manager.goto("chrome://extensions");
		const turn = (on: boolean) =>
			manager.evaluate((id, on) => chrome.management.setEnabled(id, on), world.extension.id, on);
		await turn(false);
		await turn(true);
		await manager.close();
	}

	/** Opens a page, does something in it, takes the extension away. */
	async function lose(begin: () => Promise<void>): Promise<void> {
		await page.goto(stage.address("an image of the same site"));
		await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<br><input id=field>"));
		await page.waitForSelector("#target");
		await page.bringToFront();
		await world.desk.focus(page);
		await begin();
		await takeAway();
		await page.bringToFront();
		await world.desk.focus(page);
	}

	/** Presses a shortcut until the extension that has come back hears it. */
	async function askRegion(): Promise<void> {
		await until(async () => {
			world.desk.press("alt+shift+l");
			return Promise.race([
				regionAsked(page).then(() => true),
				new Promise<false>((done) => setTimeout(done, 2000, false)),
			]);
		}, "the shortcut is not heard");
	}

	const target = async () => boxOf((await page.$("#target"))!);

	it("a region that was being selected says so, and lets the page be", async () => {
		const { desk } = world;
		await lose(askRegion);
		await desk.drag(page, insideOf(await target(), 2));
		const { text, words } = await readPanel(page);
		expect(text).toBe("");
		expect(words).toContain("reload the page");
		desk.press("Escape");
		await overlayGone(page);
	});

	it("a panel says so when a digit is changed, and closes", async () => {
		const { desk } = world;
		await lose(async () => {
			await askRegion();
			await desk.drag(page, insideOf(await target(), 2));
			expect((await readPanel(page)).text).toBe(SAMPLE.text);
		});
		const { x, y, width, height } = await dialogOf(page, (dialog) =>
			dialog.querySelector(".digit")!.getBoundingClientRect().toJSON(),
		);
		await desk.click(page, { x: x + width / 2, y: y + height / 2 });
		desk.press("Up");
		await until(
			async () => (await readPanel(page)).words.includes("reload the page"),
			"the panel does not say that the change is not kept",
		);
		desk.press("Escape");
		await overlayGone(page);
	});

	it("a pad beside a field says so, and closes", async () => {
		const { desk } = world;
		await lose(async () => {
			await until(async () => {
				desk.press("Escape", "Escape");
				await overlayGone(page);
				await desk.choose(page, await middleOf((await page.$("#field"))!), "d");
				return Promise.race([
					page.waitForSelector('::-p-aria([role="dialog"][name="Draw digits"])').then(() => true),
					new Promise<false>((done) => setTimeout(done, 4000, false)),
				]);
			}, "no pad is shown");
		});
		const pad = (await page.waitForSelector('::-p-aria([role="dialog"][name="Draw digits"])'))!;
		const { x, y } = await boxOf(pad);
		const [stroke] = writeDigits("1", { height: 80, seed: 5 });
		await desk.drag(
			page,
			stroke!.map(([px, py]) => ({ x: x + 60 + px, y: y + 40 + py })),
		);
		await until(
			() => pad.evaluate((dialog) => dialog.textContent.includes("reload the page")),
			"the pad does not say that it reaches nobody",
		);
		desk.press("Escape");
		await overlayGone(page);
		expect(await page.$$(HOST)).toEqual([]);
	});

	it("the next reading takes the place of what is left", async () => {
		const { desk } = world;
		await lose(async () => {
			await askRegion();
			await desk.drag(page, insideOf(await target(), 2));
			await readPanel(page);
		});
		await askRegion();
		await desk.drag(page, insideOf(await target(), 2));
		expect((await readPanel(page)).text).toBe(SAMPLE.text);
		expect(await page.$$(HOST)).toHaveLength(1);
		desk.press("Escape");
		await overlayGone(page);
	});
});
