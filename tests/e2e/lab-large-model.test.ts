import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { vgg16 } from "../../lib/models/architectures/vgg-16.ts";
import { type Chromium, launchChromium } from "../../tools/browsers/chromium.ts";
import { labSays, openLab } from "../../tools/surfaces/lab.ts";
import { listenForErrors } from "./harness/errors.ts";
import { CHROME_BUILD } from "./harness/world.ts";

/** The largest model takes a second, on a busy computer far longer. */
const LARGE = { timeout: 120_000 };

describe("the lab with its largest model", () => {
	let chromium: Chromium;
	let errors: readonly string[];
	let page: Page;

	beforeAll(async () => {
		chromium = await launchChromium({ extension: CHROME_BUILD, headless: true, window: [1280, 1000] });
		errors = listenForErrors(chromium.browser);
		page = await openLab(chromium, "inside");
		await labSays(page, "3");
		await page.waitForSelector(".maps canvas");
	});
	afterAll(() => chromium?.browser.close());

	it("says that it loads it, and shows the maps of every layer when it has", async () => {
		// Kept in the page, since loading may be over before it is asked about.
		const said = await page.evaluateHandle((loading) => {
			const heard = { loading: false };
			new MutationObserver(() => {
				heard.loading ||= [...document.querySelectorAll("[role=status]")].some(
					({ textContent }) => textContent === loading,
				);
			}).observe(document.body, { subtree: true, childList: true, characterData: true });
			return heard;
		}, "Loading the model…");
		await page.select("header select", vgg16.id);
		await page.waitForFunction(
			(count) => document.querySelectorAll(".flow-layer").length === count,
			LARGE,
			vgg16.layers.length,
		);
		expect(await said.jsonValue()).toEqual({ loading: true });
		await labSays(page, "3");
	}, 150_000);

	it("shows what its first filters look for, and the filter of a map between", async () => {
		await page.waitForSelector('.flow-maps [aria-label="The 64 filters of conv2d"]');
		const second = (await page.waitForSelector("::-p-aria(Look at the 64 maps of conv2d_1 one by one)"))!;
		await second.scrollIntoView();
		const differs = (canvas: Element) => {
			const { width, height } = canvas as HTMLCanvasElement;
			const blank = Object.assign(document.createElement("canvas"), { width, height });
			return (canvas as HTMLCanvasElement).toDataURL() !== blank.toDataURL();
		};
		const canvas = (await second.$("canvas"))!;
		await expect.poll(() => canvas.evaluate(differs), { timeout: 30_000 }).toBe(true);
		await second.click({ offset: { x: 5, y: 5 } });
		await page.waitForSelector('dialog[open] [aria-label^="Filter 1 of conv2d_1"]');
		await page.keyboard.press("Escape");
		await page.waitForSelector("dialog[open]", { hidden: true });
		expect(errors).toEqual([]);
	});
});
