import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inFirefox } from "../../tools/browsers/privileged.ts";
import { dialogOf, HOST, overlayGone, readPanel } from "../../tools/surfaces/panel.ts";
import { regionAsked } from "../../tools/surfaces/region.ts";
import { until } from "../../tools/surfaces/until.ts";
import { CHROME_BUILD, FIREFOX_BUILD } from "./harness/browsers.ts";
import { boxOf, insideOf, middleOf, onDesk } from "./harness/desk.ts";
import { fieldPad, writeForField } from "./harness/field-pad.ts";
import { SAMPLE } from "./harness/scenes.ts";
import { type Stage, startStage } from "./harness/stage.ts";
import { type AnyWorld, startWorld, startWorldIn, type World } from "./harness/world.ts";

declare const chrome: { management: { setEnabled(id: string, enabled: boolean): Promise<void> } };

// What a page shows of an extension that is switched off or updated under it: nobody answers its scripts any more.
const WAYS = ["switched off", "updated"] as const;

/** Presses a shortcut until the extension that has come back hears it. */
function askRegion({ desk, page }: AnyWorld): Promise<true> {
	return until(async () => {
		desk.press("alt+shift+l");
		return Promise.race([
			regionAsked(page).then(() => true as const),
			new Promise<false>((done) => setTimeout(done, 2000, false)),
		]);
	}, "the shortcut is not heard");
}

onDesk.each(WAYS)("when the extension is %s", (how) => {
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

	const target = async () => boxOf((await page.$("#target"))!);

	it("a region that was being selected says so, and lets the page be", async () => {
		const { desk } = world;
		await lose(async () => void (await askRegion(world)));
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
			await askRegion(world);
			await desk.drag(page, insideOf(await target(), 2));
			expect((await readPanel(page)).text).toBe(SAMPLE.text);
		});
		const { x, y, width, height } = await dialogOf(page, (dialog) =>
			dialog.querySelector(".digit")!.getBoundingClientRect().toJSON(),
		);
		await desk.click(page, { x: x + width / 2, y: y + height / 2 });
		await until(
			() => dialogOf(page, (dialog) => dialog.querySelector(".alternative") !== null),
			"the digit is not chosen",
		);
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
					fieldPad(page).then(() => true),
					new Promise<false>((done) => setTimeout(done, 4000, false)),
				]);
			}, "no pad is shown");
		});
		const pad = await fieldPad(page);
		await writeForField(page, desk, "1");
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
			await askRegion(world);
			await desk.drag(page, insideOf(await target(), 2));
			await readPanel(page);
		});
		await askRegion(world);
		await desk.drag(page, insideOf(await target(), 2));
		expect((await readPanel(page)).text).toBe(SAMPLE.text);
		expect(await page.$$(HOST)).toHaveLength(1);
		desk.press("Escape");
		await overlayGone(page);
	});
});

// Firefox takes all that the scripts of the old one listened to: what they left must go without them.
onDesk.each(WAYS)("in Firefox, when the extension is %s", (how) => {
	let world: AnyWorld;
	let stage: Stage;
	beforeAll(async () => {
		[world, stage] = await Promise.all([startWorldIn("Firefox"), startStage()]);
	});
	afterAll(async () => {
		await world?.stop();
		await stage?.stop();
	});

	const install = async () => void (await world.browser.installExtension(FIREFOX_BUILD));
	async function takeAway(): Promise<void> {
		if (how === "updated") return install();
		await inFirefox(
			world.browser,
			`const [addon] = (await AddonManager.getAddonsByTypes(["extension"])).filter(({ name }) => name === "Digit Lens");
			await addon.disable();`,
		);
	}

	it.each(["region", "panel"])(
		"a %s that was open lets the page be, and the next reading takes its place",
		async (what) => {
			const { page, desk } = world;
			await page.goto(stage.address("an image of the same site"));
			const target = (await page.waitForSelector("#target"))!;
			await page.bringToFront();
			await desk.focus(page);
			const read = async () => {
				await desk.drag(page, insideOf(await boxOf(target), 2));
				expect((await readPanel(page)).text).toBe(SAMPLE.text);
			};
			await askRegion(world);
			if (what === "panel") await read();
			await takeAway();
			await page.bringToFront();
			const isSeen = () =>
				page.evaluate((host) => {
					const left = document.querySelector(host);
					const places = [0.05, 0.25, 0.5, 0.75, 0.95].flatMap((x) =>
						[0.05, 0.25, 0.5, 0.75, 0.95].map((y) => [x, y]),
					);
					return places.some(
						([x, y]) => left && document.elementFromPoint(x! * innerWidth, y! * innerHeight) === left,
					);
				}, HOST);
			await until(async () => !(await isSeen()), "what the old extension left lies over the page");
			if (how === "switched off") await install();
			await page.bringToFront();
			await desk.focus(page);
			await askRegion(world);
			await read();
			expect(await page.$$(HOST)).toHaveLength(1);
			desk.press("Escape");
			await overlayGone(page);
		},
	);
});
