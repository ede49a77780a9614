import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VIEWS } from "../../components/lab/views.ts";
import { type Chromium, launchChromium } from "../../tools/browsers/chromium.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { onPad, reads } from "../../tools/surfaces/popup.ts";
import { CHROME_BUILD } from "./harness/world.ts";

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("every page to people who see, hear or move otherwise", () => {
	let chromium: Chromium;

	beforeAll(async () => {
		chromium = await launchChromium({ extension: CHROME_BUILD, headless: true });
	});
	afterAll(() => chromium?.browser.close());

	async function open(path: string, scheme: string): Promise<Page> {
		const page = await chromium.browser.newPage();
		// axe is put into the page as a script, which the pages' own policy forbids.
		await page.setBypassCSP(true);
		await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
		await page.goto(`chrome-extension://${chromium.extension.id}/${path}`);
		await page.waitForSelector("main");
		return page;
	}

	/** What axe-core complains about, one line a finding. */
	async function complaints(page: Page): Promise<string[]> {
		await page.evaluate(axeSource);
		const { violations } = await page.evaluate(() =>
			(globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
		);
		return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
	}

	describe.each(["light", "dark"])("%s", (scheme) => {
		it("popup: blank, with a reading, all models, pixels", async () => {
			const page = await open("popup.html", scheme);
			expect(await complaints(page)).toEqual([]);

			for (const [start, ...rest] of await onPad(page, writeDigits("1", { height: 100, seed: 3 }))) {
				await page.mouse.move(start.x, start.y);
				await page.mouse.down();
				for (const { x, y } of rest) await page.mouse.move(x, y);
				await page.mouse.up();
			}
			await reads(page, "1");
			expect(await complaints(page)).toEqual([]);

			await page.click("text/Compare models");
			await page.waitForSelector(".compared");
			expect(await complaints(page)).toEqual([]);

			await page.click('[aria-label^="Draw the 28"]');
			await page.waitForSelector(".pixel-grid");
			expect(await complaints(page)).toEqual([]);
			await page.click('[aria-label^="Draw the 28"]');
			await page.keyboard.press("Delete");
			await page.close();
		});

		it("options.html", async () => {
			const page = await open("options.html", scheme);
			await page.waitForSelector(".model-facts li");
			expect(await complaints(page)).toEqual([]);
			await page.close();
		});

		it.each(VIEWS.map(({ id }) => id))("lab: %s", async (view) => {
			const page = await open(`lab.html#/${view}`, scheme);
			await page.waitForSelector(".part");
			expect(await complaints(page)).toEqual([]);
			await page.close();
		});

		it("lab: evaluate, with a result", async () => {
			const page = await open("lab.html#/evaluate", scheme);
			await page.click("text/MNIST digits in this package");
			await page.waitForSelector(".results");
			expect(await complaints(page)).toEqual([]);
			await page.close();
		});

		it("lab: inside, all that can be opened there", async () => {
			const page = await open("lab.html#/inside", scheme);
			await page.click("text/Look for likenesses");
			await page.click(".lens-numbers");
			await page.waitForSelector(".reminders li");
			await page.waitForSelector(".reason");
			expect(await complaints(page)).toEqual([]);
			await page.click(".maps");
			await page.waitForSelector("dialog[open]");
			expect(await complaints(page)).toEqual([]);
			await page.close();
		});
	});
});
