import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeDigits } from "../../tools/demo/hand.ts";
import { overlayGone, readPanel } from "../../tools/surfaces/panel.ts";
import { onPad, openedPopup, popupClosed } from "../../tools/surfaces/popup.ts";
import { regionAsked } from "../../tools/surfaces/region.ts";
import { until } from "../../tools/surfaces/until.ts";
import { boxOf, insideOf, middleOf, onDesk } from "./harness/desk.ts";
import { startWorld, type World } from "./harness/world.ts";

onDesk("the page after the installation", () => {
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

	const isDone = (step: string) =>
		until(
			() => page.$(`[data-step="${step}"][data-done="true"]`),
			`the step to ${step} is not taken for done`,
		);

	/** A panel takes the focus with it for a moment; keys that come before the page has it again go to nobody. */
	async function panelGone(): Promise<void> {
		await overlayGone(page);
		await until(() => page.evaluate(() => document.hasFocus()), "the page does not get the focus back");
	}

	it("shows nothing as done before it was", async () => {
		expect(await page.$$('[data-done="true"]')).toHaveLength(0);
		expect(await page.$$('[data-done="false"]')).toHaveLength(4);
	});

	it("reads what is drawn on it", async () => {
		for (const stroke of await onPad(page, writeDigits("35", { height: 110, seed: 5, gap: 0.3 })))
			await world.desk.drag(page, stroke);
		await until(
			() => page.$eval(".welcome-answer output", ({ textContent }) => textContent === "35"),
			"the pad does not read what is drawn on it",
		);
		await isDone("draw");
	});

	it("lets its picture be read by a right-click, again and again", async () => {
		for (let time = 0; time < 2; time++) {
			await world.desk.choose(page, await middleOf((await page.$(".welcome-picture"))!), "r");
			expect((await readPanel(page)).text).toBe("2718");
			world.desk.press("Escape");
			await panelGone();
		}
		await isDone("read");
	});

	it("lets a part of its note be selected, by the keys too, and again", async () => {
		for (let time = 0; time < 2; time++) {
			world.desk.press("alt+shift+l");
			await regionAsked(page);
			const { x, y, width, height } = await boxOf((await page.$(".welcome-note"))!);
			await world.desk.drag(page, insideOf({ x, y, width, height: height / 2 }, 4));
			expect((await readPanel(page)).text).toContain("1947");
			world.desk.press("Escape");
			await panelGone();
		}
		await isDone("select");
	});

	it("ends in the pad", async () => {
		await world.desk.click(page, await middleOf((await page.$(".primary"))!));
		await openedPopup(world.extension);
		world.desk.press("Escape");
		await popupClosed(world.extension);
	});

	it("goes when it is skipped", async () => {
		await page.click("text/Skip");
		await until(async () => page.isClosed(), "the page is still there");
	});
});
