import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../tools/browsers/chromium.ts";
import { drawSample } from "../../tools/demo/draw.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { writeWithMouse } from "../../tools/surfaces/mouse.ts";
import { onPad, reads, shownText } from "../../tools/surfaces/popup.ts";
import { until } from "../../tools/surfaces/until.ts";
import { CHROME_BUILD } from "./harness/browsers.ts";
import { gridPicture } from "./harness/grid-picture.ts";
import { SAMPLE } from "./harness/scenes.ts";

/** The largest popup that every browser shows without bars. */
const POPUP = { width: 380, height: 600 };

/** Rows of digits, no two alike. */
const rows = (count: number, length: number) =>
	Array.from({ length: count }, (_, row) =>
		Array.from({ length }, (_, i) => String((row * 7 + i * 3 + 1) % 10)).join(""),
	);

const paper = (lines: readonly string[]) =>
	drawSample({ ...SAMPLE, text: lines.join("\n"), height: 40, seed: 4, gap: 0.3 });

/** Many letters, and one number in the upper left corner, as SVG. */
function letters(): string {
	const marks = Array.from({ length: 160 }, (_, i) => {
		const [x, y] = [20 + (i % 16) * 54, 180 + Math.floor(i / 16) * 54];
		return `M${x} ${y}l5 20l6 -16l6 16l5 -20`;
	}).join("");
	const number = drawSample({ ...SAMPLE, text: "472", height: 50, seed: 4, gap: 0.3 });
	return `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="740"><rect width="100%" height="100%" fill="#fff"/>${number}<path d="${marks}" stroke="#222" stroke-width="2" fill="none"/></svg>`;
}

describe("the popup with more than a short number", () => {
	let chromium: Chromium;
	let popup: Page;
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "digit-lens-"));
		chromium = await launchChromium({ extension: CHROME_BUILD, headless: true });
		popup = await chromium.browser.newPage();
		await popup.setViewport(POPUP);
		await popup.goto(`chrome-extension://${chromium.extension.id}/popup.html`);
		await popup.waitForSelector("main");
	});
	afterAll(async () => {
		await chromium?.browser.close();
		await rm(folder, { recursive: true, force: true });
	});

	beforeEach(toPad);

	/** Opens a picture and waits until it stands there. */
	async function open(name: string, svg: string, width: number): Promise<void> {
		const file = join(folder, `${name}.png`);
		await writeFile(file, await sharp(Buffer.from(svg)).resize(width).png().toBuffer());
		await (await popup.$('[aria-label="Read a picture"][aria-pressed="false"]'))?.click();
		// While there is a picture, nothing asks for one.
		await (await popup.$('[aria-label="Clear"][aria-disabled="false"]'))?.click();
		const input = await popup.waitForSelector("input[type=file]");
		await input!.uploadFile(file);
		await popup.waitForSelector(`img[alt="The picture ${name}.png"][data-pending="false"]`);
	}

	/** Puts all away, whatever the test before left. */
	async function toPad(): Promise<void> {
		await (await popup.$('[aria-label="Dismiss"]'))?.click();
		await popup.click("#tab-reading");
		await (await popup.$('[aria-label="Read a picture"][aria-pressed="true"]'))?.click();
		await (await popup.waitForSelector("canvas.sheet-ink"))!.hover();
		await popup.keyboard.press("Delete");
		await reads(popup, "");
	}

	/** How the number stands in its room, CSS pixels. */
	const number = () =>
		popup.$eval(".number-scroll", (room) => ({
			across: room.scrollWidth - room.clientWidth,
			down: room.scrollHeight - room.clientHeight,
			height: room.clientHeight,
			lines: [...room.querySelectorAll(".line")].map((line) => line.getBoundingClientRect().height),
		}));

	it("shows sixty digits in three lines, as three lines and without a bar", async () => {
		const lines = rows(3, 20);
		await open("sixty", paper(lines), 1100);
		await until(async () => (await shownText(popup)).length > 55, "the lines are not read");
		const { across, down, lines: heights } = await number();
		expect([across, down]).toEqual([0, 0]);
		expect(heights).toHaveLength(3);
		expect(Math.max(...heights)).toBeLessThan(1.5 * Math.min(...heights));
	});

	it("shows of twenty lines whole ones only, with one bar", async () => {
		await open("twenty", paper(rows(20, 5)), 300);
		await until(async () => (await shownText(popup)).split("\n").length > 15, "the lines are not read");
		const { across, down, height, lines } = await number();
		expect(across).toBe(0);
		expect(down).toBeGreaterThan(0);
		expect(height % lines[0]!).toBe(0);
		expect(height / lines[0]!).toBeGreaterThanOrEqual(10);
	});

	it("shows a whole sudoku without a bar", async () => {
		const cells = rows(9, 9).map((row, y) => [...row].map((d, x) => ((x + y) % 3 ? d : " ")).join(""));
		const svg = Buffer.from(gridPicture(cells).split(",")[1]!, "base64").toString();
		await open("sudoku", svg, 900);
		await popup.waitForSelector(".number tr:nth-child(9)");
		const { across, down } = await number();
		expect([across, down]).toEqual([0, 0]);
	});

	it("lets a part be read where there is too much, by pointer and by keys, and undo brings the whole back", async () => {
		await open("letters", letters(), 900);
		await popup.click("text/Select a part");
		await popup.waitForSelector('::-p-aria([role="application"][name="Select a part"])');
		const { x, y, width, height } = await popup.$eval(".picture-part-place", (place) => {
			const { x, y, width, height } = place.getBoundingClientRect();
			return { x, y, width, height };
		});
		await popup.mouse.move(x + 1, y + 1);
		await popup.mouse.down();
		await popup.mouse.move(x + width * 0.1, y + height * 0.1);
		await popup.mouse.move(x + width * 0.2, y + height * 0.145);
		await popup.mouse.up();
		await popup.waitForFunction(() => !document.querySelector(".remark .link"));
		await popup.waitForSelector('img.picture[data-pending="false"]');
		await reads(popup, "472");
		await popup.click('[aria-label="Undo"]');
		await popup.waitForSelector(".remark .link");

		await popup.click('[aria-label="Select a part"]');
		await popup.waitForSelector(".picture-part .surface");
		// From the middle third to the upper left corner, and then as small as the number.
		for (let i = 0; i < 4; i++)
			await popup.keyboard.down("Shift").then(() => popup.keyboard.press("ArrowLeft"));
		for (let i = 0; i < 3; i++) await popup.keyboard.press("ArrowUp");
		await popup.keyboard.down("Alt");
		await popup.keyboard.press("ArrowUp");
		await popup.keyboard.up("Shift");
		await popup.keyboard.up("Alt");
		await popup.keyboard.press("Enter");
		await until(async () => (await shownText(popup)) === "472", "the part is not read");
	});

	it("says why ink is refused, with a bar for that it is no digit", async () => {
		const pad = (await (await popup.$("canvas.sheet-ink"))!.boundingBox())!;
		const scribble = Array.from({ length: 60 }, (_, i) => ({
			x: pad.x + 150 + i * Math.cos(i * 0.9),
			y: pad.y + 100 + 60 * Math.sin(i * 1.3),
		}));
		await writeWithMouse(popup, [scribble]);
		await popup.waitForFunction(() =>
			document.querySelector(".look-said")?.textContent?.startsWith("Left out: not a digit"),
		);
		const bars = await popup.$$eval(".bar", (all) => all.map((bar) => (bar as HTMLElement).dataset.answer));
		expect(bars).toHaveLength(11);
		expect(bars.indexOf("true")).toBe(10);
	});

	it("shows beside digits what was left out when that is asked for", async () => {
		await writeWithMouse(popup, await onPad(popup, writeDigits("38", { height: 90, seed: 3 })));
		const pad = (await (await popup.$("canvas.sheet-ink"))!.boundingBox())!;
		const scribble = Array.from({ length: 60 }, (_, i) => ({
			x: pad.x + 260 + i * 0.9 * Math.cos(i * 0.9),
			y: pad.y + 80 + 60 * Math.sin(i * 1.3),
		}));
		await writeWithMouse(popup, [scribble]);
		await popup.click("text/See it");
		await popup.waitForSelector('.look-said[data-refused="true"]');
		await popup.click("text/Back to the digits");
		await popup.waitForSelector('.look-said[data-refused="false"]');
	});

	it("covers no control with what it has to say, whatever is shown", async () => {
		await popup.click(".foot .button");
		await popup.waitForSelector('[role="alert"]');
		for (const tab of ["reading", "models", "past"]) {
			await popup.click(`#tab-${tab}`);
			const covered = await popup.$$eval("button, select, input, a", (all) =>
				all
					.filter((control) => control.checkVisibility() && !control.closest(".spoken"))
					.flatMap((control) => {
						control.scrollIntoView({ block: "nearest" });
						const { x, y, width, height } = control.getBoundingClientRect();
						const top = document.elementFromPoint(x + width / 2, y + height / 2);
						return width < 2 || top === control || control.contains(top) ? [] : [control.outerHTML];
					}),
			);
			expect(covered, tab).toEqual([]);
		}
	});

	it("compares all nine models at once", async () => {
		await writeWithMouse(popup, await onPad(popup, writeDigits("5", { height: 90, seed: 3 })));
		await popup.click("#tab-models");
		await popup.waitForFunction(() => document.querySelectorAll(".compared tbody tr").length >= 9);
		const hidden = await popup.$eval(".compared", (table) => table.scrollHeight - table.clientHeight);
		expect(hidden).toBe(0);
	});
});
