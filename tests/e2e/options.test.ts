import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MODELS } from "../../lib/models/catalogue.ts";
import { type Chromium, launchChromium } from "../../tools/browsers/chromium.ts";
import { ask } from "../../tools/browsers/worker.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { until } from "../../tools/surfaces/until.ts";
import { CHROME_BUILD } from "./harness/browsers.ts";

describe("the choice of the model", () => {
	const other = MODELS.find(({ id }) => id === "dense-512")!;
	let profile: string;

	beforeAll(async () => {
		profile = await mkdtemp(join(tmpdir(), "digit-lens-"));
	});
	afterAll(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));

	async function inBrowser(act: (chromium: Chromium) => Promise<void>): Promise<void> {
		const chromium = await launchChromium({ extension: CHROME_BUILD, headless: true, profile });
		try {
			await act(chromium);
		} finally {
			await chromium.browser.close();
		}
	}

	async function openPage({ browser, extension }: Chromium, path: string) {
		const page = await browser.newPage();
		await page.goto(`chrome-extension://${extension.id}/${path}`);
		return page;
	}

	it("holds at once in the popup and the worker, and after a restart", async () => {
		await inBrowser(async (chromium) => {
			const popup = await openPage(chromium, "popup.html");
			const options = await openPage(chromium, "options.html");
			const choice = await until(async () => {
				// In a kept profile the welcome may come at any time, and lie over the options.
				await options.bringToFront();
				return options.$(`::-p-aria([role="radio"][name="${other.name}"])`);
			}, "the options do not offer the model");
			await choice.click();
			await chosen(popup, other.id);
			expect(await loadedModels(popup)).toEqual([other.id]);
		});
		await inBrowser(async (chromium) => {
			const popup = await openPage(chromium, "popup.html");
			await chosen(popup, other.id);
			expect(await loadedModels(popup)).toEqual([other.id]);
		});
	});
});

/** Waits until the popup shows the model as chosen, be the popup in front or behind. */
const chosen = (popup: Page, id: string) =>
	until(
		() => popup.evaluate((wanted) => document.querySelector("select")?.value === wanted, id),
		`the popup does not show ${id}`,
	);

/** The models in the worker's memory after a reading. */
async function loadedModels(page: Parameters<typeof ask>[0]): Promise<readonly string[]> {
	await ask(page, "readInk", { strokes: writeDigits("5", { height: 100, seed: 1 }) });
	const facts = await ask(page, "describeEngine", {});
	return facts.ok ? facts.value.models : [facts.sentence];
}
