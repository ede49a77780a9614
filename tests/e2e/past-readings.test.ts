import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Launched } from "../../tools/browsers/launched.ts";
import { ask } from "../../tools/browsers/worker.ts";
import { drawSample } from "../../tools/demo/draw.ts";
import { SAMPLES } from "../../tools/demo/samples.ts";
import { reads } from "../../tools/surfaces/popup.ts";
import { until } from "../../tools/surfaces/until.ts";
import { BROWSERS, close, launch } from "./harness/browsers.ts";
import { takePicture } from "./harness/picture.ts";

const READ = ["plain", "blue", "chalk"].map((name) => SAMPLES.find((sample) => sample.name === name)!);

describe.each(BROWSERS)("past readings in %s", (name) => {
	let launched: Launched;
	let page: Page;
	let downloads: string;

	beforeAll(async () => {
		downloads = await mkdtemp(join(tmpdir(), "digit-lens-"));
		launched = await launch(name, { downloads });
		page = await launched.open("readings.html");
		for (const sample of READ) await read(sample);
	});
	afterAll(async () => {
		await close(launched);
		await rm(downloads, { recursive: true, force: true });
	});

	async function read(sample: (typeof READ)[number]): Promise<void> {
		const png = await sharp(Buffer.from(drawSample(sample)))
			.png()
			.toBuffer();
		const url = `data:image/png;base64,${png.toString("base64")}`;
		// By a name, as a person's picture is read.
		const id = crypto.randomUUID();
		const answer = await ask(page, "readPicture", {
			picture: { kind: "data", url },
			keepAs: sample.name,
			id,
		});
		expect(answer.ok && answer.value.reading.text).toBe(sample.text);
	}

	const shown = () => page.$$eval(".past-text", (texts) => texts.map((text) => text.textContent));
	async function shows(...texts: string[]): Promise<void> {
		let last = "";
		await until(
			async () => {
				last = String(await shown());
				return last === String(texts);
			},
			() => `the page shows ${last}, not ${texts}`,
		);
	}
	const newestFirst = READ.map(({ text }) => text).reverse();

	const press = (name: string) => page.click(`::-p-aria([role="button"][name="${name}"])`);

	it("are listed with the newest first, each with its picture", async () => {
		await shows(...newestFirst);
		const widths = await page.$$eval(".past-row img", (pictures) =>
			pictures.map((picture) => (picture as HTMLImageElement).naturalWidth),
		);
		expect(Math.min(...widths)).toBeGreaterThan(20);
	});

	it("are found by digits and by words of the page", async () => {
		await page.type(".past-search", READ[0]!.text.slice(0, 3));
		await shows(READ[0]!.text);
		await page.$eval(".past-search", (field) => (field as HTMLInputElement).select());
		await page.type(".past-search", "chalk");
		await shows(READ[2]!.text);
		await page.$eval(".past-search", (field) => (field as HTMLInputElement).select());
		await page.keyboard.press("Backspace");
		await shows(...newestFirst);
	});

	it("are deleted one by one or all at once, and come back", async () => {
		await press(`Delete ${READ[1]!.text}`);
		await shows(READ[2]!.text, READ[0]!.text);
		await press("Undo");
		await shows(...newestFirst);
		await press("Delete all");
		await shows();
		await press("Undo");
		await shows(...newestFirst);
	});

	it.each(["csv", "json"])("are saved as %s", async (format) => {
		await press(`Export ${format.toUpperCase()}`);
		const name = await until(
			async () => (await readdir(downloads)).find((file) => file.endsWith(`.${format}`)),
			"nothing was saved",
		);
		const content = await until(
			async () => (await readFile(join(downloads, name), "utf8")) || null,
			"the file is empty",
		);
		for (const { text, name: title } of READ) {
			expect(content).toContain(text);
			expect(content).toContain(title);
		}
	});

	it("are one where the same picture is read again, above the others", async () => {
		await read(READ[0]!);
		await shows(READ[0]!.text, READ[2]!.text, READ[1]!.text);
		for (const sample of READ.slice(1)) await read(sample);
		await shows(...newestFirst);
	});

	it("are put right where they stand, and can be taken back", async () => {
		const [text] = newestFirst;
		const wrong = `${text![0] === "9" ? 8 : 9}${text!.slice(1)}`;
		await press(`Put right ${text}`);
		await page.waitForSelector(".past-editor .number-input");
		await page.keyboard.type(wrong[0]!);
		await takePicture(page, "past-readings-edited");
		await press("Done");
		await shows(wrong, ...newestFirst.slice(1));
		await page.waitForSelector("text/Corrected by you.");
		page = await launched.open("readings.html");
		await shows(wrong, ...newestFirst.slice(1));
		await putRight(wrong, text![0]!);
		await shows(...newestFirst);
		expect(await page.$(".past-corrected")).toBeNull();
	});

	it("stay above and are not deleted with the others where they are pinned", async () => {
		const oldest = newestFirst[2]!;
		await press(`Pin ${oldest}`);
		await shows(oldest, newestFirst[0]!, newestFirst[1]!);
		await takePicture(page, "past-readings-pinned");
		await press("Delete unpinned");
		await shows(oldest);
		await press("Undo");
		await page.select('[aria-label="Show"]', "pinned");
		await shows(oldest);
		await page.select('[aria-label="Show"]', "all");
		await press(`Unpin ${oldest}`);
		await shows(...newestFirst);
	});

	it("are opened again in the popup, as large as they were read, and not kept twice", async () => {
		await press(`Open ${newestFirst[0]} in Digit Lens`);
		const popup = await launched.opened("popup.html");
		await reads(popup, newestFirst[0]!);
		const width = await popup.$eval("img.picture", (picture) => (picture as HTMLImageElement).naturalWidth);
		expect(width).toBeGreaterThan(192);
		await popup.close();
		await page.bringToFront();
		await shows(...newestFirst);
	});

	it("are opened again as they were put right", async () => {
		const [text] = newestFirst;
		const wrong = `${text![0] === "9" ? 8 : 9}${text!.slice(1)}`;
		await putRight(text!, wrong[0]!);
		await shows(wrong, ...newestFirst.slice(1));
		await press(`Open ${wrong} in Digit Lens`);
		const popup = await launched.opened("popup.html");
		await reads(popup, wrong);
		await popup.close();
		await page.bringToFront();
		await putRight(wrong, text![0]!);
		await shows(...newestFirst);
	});

	async function putRight(text: string, first: string): Promise<void> {
		await press(`Put right ${text}`);
		await page.waitForSelector(".past-editor .number-input");
		await page.keyboard.type(first);
		await page.keyboard.press("Escape");
	}

	it("are in the popup too, the newest first, a click copies", async () => {
		const popup = await launched.open("popup.html");
		await popup.click('::-p-aria([role="tab"][name="Past readings"])');
		await popup.waitForSelector(".recent-row");
		const texts = await popup.$$eval(".recent-row b", (rows) => rows.map((row) => row.textContent));
		expect(texts).toEqual(newestFirst);
		await popup.click(".recent-row");
		await popup.waitForSelector("::-p-xpath(//*[@class='recent-row'][starts-with(., 'Copied')])");
		await popup.close();
	});

	it("are no longer kept when that is switched off", async () => {
		await page.bringToFront();
		await page.click('::-p-aria([role="checkbox"][name="Keep what is read"])');
		await until(
			() => page.$eval(".keep input", (box) => !(box as HTMLInputElement).checked),
			"the switch did not move",
		);
		await read(READ[0]!);
		page = await launched.open("readings.html");
		await shows(...newestFirst);
	});
});
