import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { vgg16 } from "../../lib/models/architectures/vgg-16.ts";
import type { Launched } from "../../tools/browsers/launched.ts";
import { labSays, openLab } from "../../tools/surfaces/lab.ts";
import { BROWSERS, close, launch } from "./harness/browsers.ts";
import { listenForErrors } from "./harness/errors.ts";

/** The largest model takes a second, on a busy computer far longer. */
const LARGE = { timeout: 120_000 };

describe.each(BROWSERS)("the lab with its largest model in %s", (name) => {
	let launched: Launched;
	let errors: readonly string[];
	let page: Page;

	beforeAll(async () => {
		launched = await launch(name, { window: [1280, 1000] });
		errors = listenForErrors(launched.browser);
		page = await openLab(launched, "inside");
		await labSays(page, "3");
		await page.waitForSelector(".maps canvas");
	});
	afterAll(() => close(launched));

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
