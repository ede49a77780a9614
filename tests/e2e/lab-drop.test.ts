import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../tools/browsers/chromium.ts";
import { loadValidation } from "../../tools/data/validation.ts";
import { openLab } from "../../tools/surfaces/lab.ts";
import { CHROME_BUILD } from "./harness/browsers.ts";
import { drop } from "./harness/drop.ts";
import { listenForErrors } from "./harness/errors.ts";

/** Chrome gives out a folder in parts of a hundred: so many pictures are more than one part. */
const PICTURES = 120;

describe("a folder dropped onto the lab", () => {
	let folder: string;
	let chromium: Chromium;
	let errors: readonly string[];
	let page: Page;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "digit-lens-"));
		await mkdir(join(folder, "mine/flat"), { recursive: true });
		await mkdir(join(folder, "mine/by label/7"), { recursive: true });
		await writeFile(join(folder, "mine/flat/readme.txt"), "digits");
		const { pixels, labels } = await loadValidation();
		const png = (i: number) =>
			sharp(pixels.subarray(i * 784, (i + 1) * 784), { raw: { width: 28, height: 28, channels: 1 } })
				.negate()
				.resize(56)
				.png()
				.toBuffer();
		for (let i = 0; i < PICTURES; i++)
			await writeFile(join(folder, `mine/flat/picture-${i}_${labels[80 * i]}.png`), await png(80 * i));
		await writeFile(join(folder, "mine/by label/7/a.png"), await png(labels.indexOf(7)));
		chromium = await launchChromium({ extension: CHROME_BUILD, headless: true, window: [1280, 1000] });
		errors = listenForErrors(chromium.browser);
		page = await openLab(chromium, "evaluate");
	});
	afterAll(async () => {
		await chromium?.browser.close();
		await rm(folder, { recursive: true, force: true });
	});

	it("is read with all that is in it, at any depth", async () => {
		const target = (await (await page.waitForSelector(".file-drop"))!.boundingBox())!;
		await drop(page, [join(folder, "mine")], { x: target.x + 20, y: target.y + 20 });
		await page.waitForSelector(".results tbody tr");
		const [title, words] = await page.$eval(".results", (table) => {
			const part = table.closest(".part")!;
			return [part.querySelector("h2")!.textContent, part.textContent];
		});
		expect(title).toBe("mine");
		expect(words).toContain(`${PICTURES + 1} labelled digits. One file was left out: mine/flat/readme.txt.`);
		const right = await page.$eval(".results tbody td", (cell) => Number.parseFloat(cell.textContent));
		expect(right).toBeGreaterThanOrEqual(95);
		expect(errors).toEqual([]);
	});
});
