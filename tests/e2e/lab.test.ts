import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { digitLens } from "../../lib/models/architectures/digit-lens.ts";
import { type Chromium, launchChromium } from "../../tools/browsers/chromium.ts";
import { loadValidation } from "../../tools/data/validation.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { labSays, openLab, writeInLab } from "../../tools/surfaces/lab.ts";
import { listenForErrors } from "./harness/errors.ts";
import { CHROME_BUILD } from "./harness/world.ts";

declare const chrome: { storage: { session: { set(items: object): Promise<void> } } };

describe("the lab", () => {
	let chromium: Chromium;
	let errors: readonly string[];
	let page: Page;

	beforeAll(async () => {
		chromium = await launchChromium({ extension: CHROME_BUILD, headless: true, window: [1280, 1000] });
		errors = listenForErrors(chromium.browser);
	});
	afterAll(() => chromium?.browser.close());

	describe("inside a model", () => {
		beforeEach(async () => {
			page = await openLab(chromium, "inside");
			return async () => {
				await page.close();
				expect(errors).toEqual([]);
			};
		});

		const mapsOfLayer = (index: number) =>
			page.$$eval(".maps canvas", (all, i) => (all[i] as HTMLCanvasElement).toDataURL(), index);

		it("follows the pen: the answer and every layer's maps", async () => {
			await page.waitForSelector(".maps canvas");
			const before = await mapsOfLayer(0);
			await writeInLab(page, writeDigits("5", { height: 180, seed: 3 }));
			await labSays(page, "5");
			await page.waitForFunction(
				(old) => document.querySelector<HTMLCanvasElement>(".maps canvas")!.toDataURL() !== old,
				{},
				before,
			);
			const layers = await page.$$eval(".flow-layer", (all) => all.length);
			expect(layers).toBe(digitLens.layers.length);
		});

		it("lets pixels be changed, and shows them as numbers", async () => {
			await page.click('[aria-label="Clear the pixels"]');
			await labSays(page, "–");
			await page.focus(".pixel-grid");
			await page.keyboard.press("ArrowDown");
			await page.keyboard.press("Space");
			await page.click("text/Numbers");
			const inked = await page.$$eval(".matrix td[data-zero=false]", (cells) =>
				cells.map((cell) => cell.textContent),
			);
			expect(inked).toEqual(["255"]);
			await page.click('[aria-label="Undo the change"]');
			await page.waitForSelector(".matrix td[data-zero=false]", { hidden: true });
		});

		it("enlarges the map that is clicked, and goes through the others by keyboard", async () => {
			const maps = await page.waitForSelector(".maps");
			await maps!.click({ offset: { x: 5, y: 5 } });
			const title = () => page.$eval("dialog[open] h2", (heading) => heading.textContent);
			await page.waitForSelector("dialog[open]");
			expect(await title()).toBe("Map 1 of 16");
			await page.focus("dialog input[type=range]");
			await page.keyboard.press("ArrowRight");
			await page.waitForFunction(
				() => document.querySelector("dialog[open] h2")?.textContent === "Map 2 of 16",
			);
			await page.waitForSelector('dialog [aria-label^="Filter 2 of conv2d"]');
			await page.keyboard.press("Escape");
			await page.waitForSelector("dialog[open]", { hidden: true });
		});

		it("explains the answer and the runner-up", async () => {
			await page.click('[aria-label="An example of 7"]');
			await labSays(page, "7");
			await page.waitForFunction(() => document.querySelector(".reason figcaption b")?.textContent === "7");
			const digits = await page.$$eval(".reason figcaption b", (all) => all.map((b) => b.textContent));
			expect(digits).toHaveLength(2);
			expect(digits[1]).not.toBe("7");
		});

		it("finds the digits that the model finds alike, first of all the digit itself", async () => {
			await page.click('[aria-label="An example of 4"]');
			await labSays(page, "4");
			await page.click("text/Look for likenesses");
			await page.waitForFunction(() =>
				document.querySelector(".reminders li")?.textContent?.startsWith("4 1.00"),
			);
			expect(await page.$$(".reminders li")).toHaveLength(10);
		});

		it("takes the digit of a page that was left for it", async () => {
			const { pixels, labels } = await loadValidation();
			const at = labels.indexOf(9) + 5;
			const glyph = [...pixels.subarray(at * 784, (at + 1) * 784)].map((ink) => ink / 255);
			await page.evaluate((left) => chrome.storage.session.set({ "lab-glyph": left }), glyph);
			const other = await openLab(chromium, "inside");
			await labSays(other, "9");
			await other.waitForSelector('[title="The digit of the page"]');
			await other.close();
			await page.evaluate(() => chrome.storage.session.set({ "lab-glyph": null }));
		});
	});
});
