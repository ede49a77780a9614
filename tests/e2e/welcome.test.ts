import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDigits } from "../../tools/demo/hand.ts";
import { overlayGone, readPanel } from "../../tools/surfaces/panel.ts";
import { onPad } from "../../tools/surfaces/popup.ts";
import { until } from "../../tools/surfaces/until.ts";
import { middleOf } from "./harness/desk.ts";
import { HAS_DESK, startWorld, type World } from "./harness/world.ts";

describe.skipIf(!HAS_DESK)("the page after the installation", () => {
	let world: World;
	let page: Page;

	beforeAll(async () => {
		world = await startWorld({ welcome: true });
		const pages = await world.browser.pages();
		page = pages.find((each) => each.url().endsWith("/welcome.html"))!;
		await page.bringToFront();
		await page.waitForSelector("main");
	});
	afterAll(() => world?.finish());

	it("reads what is drawn on it", async () => {
		for (const stroke of await onPad(page, writeDigits("35", { height: 110, seed: 5, gap: 0.3 })))
			await world.desk.drag(page, stroke);
		await until(
			() => page.$eval(".welcome-answer output", ({ textContent }) => textContent === "35"),
			"the pad does not read what is drawn on it",
		);
	});

	it("lets its picture be read by a right-click, again and again", async () => {
		for (let time = 0; time < 2; time++) {
			await world.desk.choose(page, await middleOf((await page.$(".welcome-picture"))!), "r");
			expect((await readPanel(page)).text).toBe("2718");
			world.desk.press("Escape");
			await overlayGone(page);
		}
	});

	it("goes when it is skipped", async () => {
		await page.click("text/Skip");
		await until(async () => page.isClosed(), "the page is still there");
	});
});
