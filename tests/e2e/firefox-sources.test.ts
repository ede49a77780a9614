import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Firefox, launchFirefox } from "../../tools/browsers/firefox.ts";
import { overlayGone, readPanel } from "../../tools/surfaces/panel.ts";
import { regionAsked } from "../../tools/surfaces/region.ts";
import { boxOf, type Desk, middleOf, standOut, startDesk } from "./harness/desk.ts";
import { noComplaints } from "./harness/errors.ts";
import { SAMPLE, SCENES } from "./harness/scenes.ts";
import { type Stage, startStage } from "./harness/stage.ts";
import { FIREFOX_BUILD, HAS_DESK } from "./harness/world.ts";

describe.skipIf(!HAS_DESK)("in Firefox the digits in", () => {
	let desk: Desk;
	let firefox: Firefox;
	let stage: Stage;
	let page: Page;
	const errors: string[] = [];

	beforeAll(async () => {
		[desk, stage] = await Promise.all([startDesk(), startStage()]);
		firefox = await launchFirefox({ extension: FIREFOX_BUILD, headless: false, env: desk.display.env });
		[page] = (await firefox.browser.pages()) as [Page];
		page.on("pageerror", (error) => errors.push(String(error)));
	});
	afterAll(async () => {
		await firefox?.browser.close();
		await stage?.stop();
		await desk?.stop();
		// The browser itself reports a fetch that a site does not allow.
		noComplaints(errors.filter((error) => !error.includes("Cross-Origin Request Blocked")));
	});

	beforeEach(() => page.bringToFront());

	it.each(SCENES.filter(([, { firefox }]) => firefox))(
		"%s are read where they stand, and nothing stays behind",
		async (name, { clicked, from }) => {
			const fetched = stage.fetched();
			await page.goto(stage.address(name));
			const target = (await page.waitForSelector("#target:not([data-wait])"))!;
			await desk.focus(page);
			const spot = await middleOf(target);
			const before = await page.content();
			if (clicked) {
				desk.press("alt+shift+l");
				await regionAsked(page);
				await desk.click(page, spot);
			} else {
				await desk.choose(page, spot, "r");
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
