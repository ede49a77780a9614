import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { drawSample } from "../../tools/demo/draw.ts";
import { SAMPLES } from "../../tools/demo/samples.ts";
import { openedPopup, popupClosed, reads, shownText } from "../../tools/surfaces/popup.ts";
import { until } from "../../tools/surfaces/until.ts";
import { onDesk } from "./harness/desk.ts";
import { drop as dropFiles } from "./harness/drop.ts";
import { FULL_PAGE } from "./harness/full-page.ts";
import { copyPicture } from "./harness/paste.ts";
import { takePicture } from "./harness/picture.ts";
import { startWorld, type World } from "./harness/world.ts";

const SAMPLE = SAMPLES.find(({ name }) => name === "plain")!;

onDesk("a picture in the popup", () => {
	let world: World;
	let popup: Page;
	let folder: string;
	let png: Buffer;

	beforeAll(async () => {
		png = await sharp(Buffer.from(drawSample(SAMPLE)))
			.resize(600)
			.png()
			.toBuffer();
		folder = await mkdtemp(join(tmpdir(), "digit-lens-"));
		await writeFile(join(folder, "number.png"), png);
		await writeFile(
			join(folder, "page.png"),
			await sharp(Buffer.from(drawSample(FULL_PAGE)))
				.png()
				.toBuffer(),
		);
		const { data, info } = await sharp(png).greyscale().negate().raw().toBuffer({ resolveWithObject: true });
		const drawn = { raw: { width: info.width, height: info.height, channels: 1 as const } };
		for (const [name, colour] of Object.entries({ white: "#fff", black: "#000" })) {
			const { width, height } = info;
			await sharp({ create: { width, height, channels: 3, background: colour } })
				.joinChannel(data, drawn)
				.png()
				.toFile(join(folder, `${name}-ink.png`));
		}
		await writeFile(join(folder, "notes.txt"), "no picture");
		await writeFile(join(folder, "broken.png"), png.subarray(0, 60));
		world = await startWorld();
	});
	afterAll(async () => {
		await world?.finish();
		await rm(folder, { recursive: true, force: true });
	});

	beforeEach(async () => {
		await world.page.bringToFront();
		popup = await open();
	});
	afterEach(async () => {
		await popup.$eval('[aria-label="Clear"]', (button) => (button as HTMLElement).click());
		await reads(popup, "");
		world.desk.press("Escape");
		await popupClosed(world.extension);
	});

	async function open(): Promise<Page> {
		world.desk.press("alt+shift+d");
		return openedPopup(world.extension, "main");
	}

	const drop = (name: string) => dropFiles(popup, [join(folder, name)], { x: 150, y: 150 });

	/** Middles of the frames around the digits, relative to the picture, from left to right. */
	function frames(): Promise<number[]> {
		return popup.$$eval(".picture-digit", (digits) =>
			digits.map((digit) => {
				const { x, width } = digit.getBoundingClientRect();
				return (x + width / 2) / innerWidth;
			}),
		);
	}

	it("is read when it is pasted, with a frame around every digit", async () => {
		await copyPicture(world, png);
		await world.page.bringToFront();
		world.desk.press("Escape");
		await popupClosed(world.extension);
		popup = await open();
		world.desk.press("ctrl+v");
		await reads(popup, SAMPLE.text);
		const middles = await frames();
		expect(middles).toHaveLength(SAMPLE.text.length);
		expect(middles).toEqual(middles.toSorted((a, b) => a - b));
		await takePicture(popup, "popup-picture");
	});

	it("is read when it is dropped, and is there again after the popup was closed", async () => {
		await drop("number.png");
		await reads(popup, SAMPLE.text);
		world.desk.press("Escape");
		await popupClosed(world.extension);
		popup = await open();
		await popup.waitForSelector('img[alt="The picture number.png"]');
		await reads(popup, SAMPLE.text);
	});

	it.each(["white", "black"])("is read where its %s ink stands on nothing", async (colour) => {
		await drop(`${colour}-ink.png`);
		await popup.waitForSelector(`img[alt="The picture ${colour}-ink.png"]`);
		await reads(popup, SAMPLE.text);
	});

	it("whose reading nobody saw end is there, and read, when the popup opens again", async () => {
		await drop("page.png");
		await popup.waitForSelector("progress");
		world.desk.press("Escape");
		await popupClosed(world.extension);
		popup = await open();
		await popup.waitForSelector('img[alt="The picture page.png"]');
		await until(async () => (await shownText(popup)).length > 300, "the page is not read");
	});

	it("that another one takes the place of is not waited for", async () => {
		await drop("page.png");
		await popup.waitForSelector("progress");
		await drop("number.png");
		await popup.waitForSelector('img[alt="The picture number.png"]');
		await reads(popup, SAMPLE.text);
		expect(await popup.$('[role="alert"]')).toBeNull();
	});

	it("is read when its file is chosen", async () => {
		// The popup opens with what it was closed with, but not in its first moment.
		const button = await until(async () => {
			await (await popup.$('[aria-label="Read a picture"][aria-pressed="false"]'))?.click();
			return popup.$("text/Choose a file");
		}, "no file can be chosen");
		const [chooser] = await Promise.all([popup.waitForFileChooser(), button.click()]);
		await chooser.accept([join(folder, "number.png")]);
		await reads(popup, SAMPLE.text);
	});

	it.each([
		["notes.txt", "is no picture"],
		["broken.png", "could not be decoded"],
	])("that is none gets a sentence, and the one before it stays: %s", async (name, sentence) => {
		await drop("number.png");
		await reads(popup, SAMPLE.text);
		await drop(name);
		await popup.waitForFunction(
			(words) => document.querySelector('[role="alert"]')?.textContent?.includes(words),
			{},
			sentence,
		);
		await reads(popup, SAMPLE.text);
		await popup.click('[aria-label="Dismiss"]');
	});

	it("shows how far it is while a long one is read, and moves nothing", async () => {
		const seen = await popup.evaluateHandle(() => {
			const sheet = document.querySelector(".sheet")!;
			const places = () =>
				[".sheet", ".tools", ".number"].map((part) => {
					const { x, y, width, height } = document.querySelector(part)!.getBoundingClientRect();
					return [x, y, width, height].join();
				});
			const seen = { before: places(), during: places(), shares: [] as number[], names: new Set<string>() };
			new MutationObserver(() => {
				const bar = document.querySelector("progress");
				if (!bar) return;
				seen.shares.push(bar.value);
				seen.names.add(`${bar.ariaLabel} of ${bar.max}, ${sheet.ariaBusy}`);
				seen.during = places();
			}).observe(document.body, { subtree: true, childList: true, attributes: true });
			return seen;
		});
		await drop("page.png");
		const bar = await popup.waitForSelector('::-p-aria([role="progressbar"][name="Reading…"])');
		await takePicture(popup, "popup-progress");
		await until(async () => !(await popup.$("progress")), "the progress is still shown");
		const { before, during, shares, names } = await seen.evaluate(({ names, ...rest }) => ({
			names: [...names],
			...rest,
		}));
		expect(bar).not.toBeNull();
		expect(shares).toEqual(shares.toSorted((a, b) => a - b));
		expect(shares.at(-1)).toBeGreaterThan(0);
		expect(shares.at(-1)).toBeLessThanOrEqual(1);
		expect(names).toEqual(["Reading… of 1, true"]);
		expect(during).toEqual(before);
		await popup.waitForSelector('img[alt="The picture page.png"]');
	});

	it("copies its number", async () => {
		await drop("number.png");
		await reads(popup, SAMPLE.text);
		world.desk.press("ctrl+c");
		await popup.waitForSelector('[aria-label="Copied"]');
	});
});
