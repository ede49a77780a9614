import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../tools/browsers/chromium.ts";
import { ask } from "../../tools/browsers/worker.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { writeWithMouse } from "../../tools/surfaces/mouse.ts";
import { inkOnPad, onPad, reads } from "../../tools/surfaces/popup.ts";
import { until } from "../../tools/surfaces/until.ts";
import { CHROME_BUILD } from "./harness/browsers.ts";

describe("the options", () => {
	let chromium: Chromium;
	let options: Page;
	let popup: Page;
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "digit-lens-"));
		chromium = await launchChromium({ extension: CHROME_BUILD, headless: true });
		popup = await open("popup.html");
		options = await open("options.html");
		const session = await options.createCDPSession();
		await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
		await popup.bringToFront();
		await writeWithMouse(popup, await onPad(popup, writeDigits("1", { height: 120, seed: 3 })));
		await reads(popup, "1");
	});
	afterAll(async () => {
		await chromium?.browser.close();
		await rm(folder, { recursive: true, force: true });
	});
	beforeEach(() => options.bringToFront());

	async function open(path: string): Promise<Page> {
		const page = await chromium.browser.newPage();
		await page.goto(`chrome-extension://${chromium.extension.id}/${path}`);
		await page.waitForSelector("main");
		return page;
	}

	const press = (words: string) =>
		options.locator(`::-p-xpath(//*[(self::button or self::a) and normalize-space() = "${words}"])`).click();

	/** The field whose label begins with these words. */
	const field = (label: string) => `::-p-xpath(//label[starts-with(normalize-space(), "${label}")]//input)`;

	const penWidth = () => options.$eval(field("Pen"), (input) => (input as HTMLInputElement).value);

	async function setPen(key: "Home" | "End"): Promise<void> {
		await options.focus(field("Pen"));
		await options.keyboard.press(key);
	}

	it("change the pen under the hands of an open popup, and back", async () => {
		const before = await inkOnPad(popup);
		await setPen("End");
		await until(async () => (await inkOnPad(popup)) > 1.5 * before, "the ink did not become thicker");
		await setPen("Home");
		await until(async () => (await inkOnPad(popup)) < 0.7 * before, "the ink did not become thinner");
	});

	it("put the tools where a left hand leaves them free", async () => {
		const left = () => popup.$eval('[aria-label="Undo"]', (tool) => tool.getBoundingClientRect().left);
		const right = await left();
		await options.click(field("Left-handed"));
		await until(async () => (await left()) > right + 200, "the tools did not move");
	});

	it("mark as doubtful what is less sure than was set", async () => {
		await options.focus(field("Doubtful"));
		await options.keyboard.press("End");
		await options.keyboard.press("ArrowLeft");
		await options.waitForSelector("text/below 98 %");
		await options.keyboard.press("Home");
		await options.waitForSelector("text/below 50 %");
	});

	it("leave the separators out of answers", async () => {
		const kept = () =>
			options.$eval(field("Keep separators"), (input) => (input as HTMLInputElement).checked);
		expect(await kept()).toBe(true);
		await options.click(field("Keep separators"));
		await until(async () => !(await kept()), "the switch did not move");
	});

	it("go into a file and come back from it", async () => {
		await press("Save to a file");
		const file = join(folder, "digit-lens-settings.json");
		const saved = await until(() => readFile(file, "utf8").catch(() => null), "no file was saved");
		expect(JSON.parse(saved)).toMatchObject({
			program: "digit-lens",
			settings: { pad: { penWidth: 3, leftHanded: true }, panel: { doubtBelow: 0.5, separators: false } },
		});
		await press("Reset");
		await until(async () => (await penWidth()) === "7", "the pen was not reset");
		await load(file);
		await until(async () => (await penWidth()) === "3", "the file was not taken");
		await press("Undo");
		await until(async () => (await penWidth()) === "7", "it was not undone");
	});

	it("refuse a broken file with a sentence and stay as they are", async () => {
		const file = join(folder, "broken.json");
		await writeFile(file, '{"program":"digit-lens","version":1,"settings":{"pad":{"penWidth":400}}}');
		await load(file);
		await options.waitForSelector("text/must be a number from 3 to 14");
		expect(await penWidth()).toBe("7");
	});

	async function load(file: string): Promise<void> {
		const [chooser] = await Promise.all([options.waitForFileChooser(), press("Load from a file")]);
		await chooser.accept([file]);
	}

	it("count what the network was used for, live: nothing but an image that was asked about", async () => {
		const counts = () =>
			options.$$eval(".network dd", (all) => all.slice(0, 2).map(({ textContent }) => textContent));
		expect(await counts()).toEqual(["0", "0"]);
		await ask(popup, "countImage", {});
		await until(async () => String(await counts()) === "0,1", "the image was not counted");
	});

	it("lead to their parts, and say which one is in view", async () => {
		await press("Privacy");
		await options.waitForSelector('.places a[href="#privacy"][aria-current="true"]');
	});

	it("clear the pad by themselves when that was set, and undo brings the ink back", async () => {
		await options.select(`select:has(option[value="3"])`, "3");
		await popup.bringToFront();
		const [[from, to] = []] = await onPad(popup, [
			[
				[200, 20],
				[200, 120],
			],
		]);
		await popup.mouse.move(from!.x, from!.y);
		await popup.mouse.down();
		await popup.mouse.move(to!.x, to!.y);
		await popup.mouse.up();
		expect(await inkOnPad(popup)).toBeGreaterThan(0);
		await until(async () => (await inkOnPad(popup)) === 0, "the pad was not cleared");
		await popup.click('[aria-label="Undo"]');
		await until(async () => (await inkOnPad(popup)) > 0, "the ink did not come back");
	});
});
