import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../tools/browsers/chromium.ts";
import { ask, stopWorker } from "../../tools/browsers/worker.ts";
import { drawSample } from "../../tools/demo/draw.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { shownText } from "../../tools/surfaces/popup.ts";
import { until } from "../../tools/surfaces/until.ts";
import { FULL_PAGE } from "./harness/full-page.ts";
import { CHROME_BUILD } from "./harness/world.ts";

describe("the background worker", () => {
	let chromium: Chromium;
	let page: Page;
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "digit-lens-"));
		chromium = await launchChromium({ extension: CHROME_BUILD, headless: true });
		page = await chromium.browser.newPage();
		await page.goto(`chrome-extension://${chromium.extension.id}/popup.html`);
	});
	afterAll(async () => {
		await chromium?.browser.close();
		await rm(folder, { recursive: true, force: true });
	});

	async function read(text: string, seed: number) {
		return ask(page, "readInk", { strokes: writeDigits(text, { height: 100, seed }) });
	}

	async function facts() {
		const answer = await ask(page, "describeEngine", {});
		if (!answer.ok) throw new Error(answer.sentence);
		return answer.value;
	}

	it("runs on WebAssembly with SIMD, on one thread", async () => {
		expect(await facts()).toMatchObject({ backend: "wasm", simd: true, threads: 1 });
	});

	it("reads ink", async () => {
		expect(await read("1572", 1)).toMatchObject({ ok: true, value: { text: "1572", rejected: [] } });
	});

	it("answers after it was stopped, and starts anew", async () => {
		const before = await read("407", 2);
		await stopWorker(page);
		expect(await read("407", 2)).toEqual(before);
	});

	it("answers the same through a stop at any moment when the client asks once more", async () => {
		for (let round = 0; round < 5; round++) {
			const [answer] = await Promise.all([read("2718", 3).catch(() => read("2718", 3)), stopWorker(page)]);
			expect(answer ?? (await read("2718", 3))).toMatchObject({ ok: true, value: { text: "2718" } });
		}
	});

	it("is asked again by the popup when it is stopped in the middle of a picture", async () => {
		const picture = join(folder, "page.png");
		await sharp(Buffer.from(drawSample(FULL_PAGE)))
			.png()
			.toFile(picture);
		const popup = await chromium.browser.newPage();
		await popup.goto(`chrome-extension://${chromium.extension.id}/popup.html`);
		await popup.click('[aria-label="Read a picture"]');
		const choose = (await popup.waitForSelector("text/Choose a file"))!;
		const [chooser] = await Promise.all([popup.waitForFileChooser(), choose.click()]);
		await chooser.accept([picture]);
		// It is shown once the worker has told how far it is.
		await popup.waitForSelector("progress");
		expect(await shownText(popup)).toBe("");
		await stopWorker(page);
		await until(async () => (await shownText(popup)).length > 300, "the page is not read");
		expect(await popup.$('[role="alert"]')).toBeNull();
		await popup.close();
	});

	// Ten thousand are read in the unit tests.
	it("keeps no tensor of two hundred readings", async () => {
		await read("38", 4);
		const { tensors } = await facts();
		for (let round = 0; round < 4; round++)
			await Promise.all(Array.from({ length: 50 }, (_, i) => read("38", round * 50 + i)));
		expect((await facts()).tensors).toBe(tensors);
	});
});
