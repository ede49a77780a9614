import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Launched } from "../../tools/browsers/launched.ts";
import { drawSample } from "../../tools/demo/draw.ts";
import { until } from "../../tools/surfaces/until.ts";
import { BROWSERS, close, launch } from "./harness/browsers.ts";
import { chooseFiles } from "./harness/choose-files.ts";
import { gridPicture } from "./harness/grid-picture.ts";
import { SAMPLE } from "./harness/scenes.ts";

const LARGEST = { width: 380, height: 600 };

/** Rows of digits, no two alike. */
const rows = (count: number, length: number) =>
	Array.from({ length: count }, (_, row) =>
		Array.from({ length }, (_, i) => String((row * 7 + i * 3 + 1) % 10)).join(""),
	);

describe.each(BROWSERS)("the room of the popup in %s", (name) => {
	let launched: Launched;
	let popup: Page;
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "digit-lens-"));
		launched = await launch(name);
		popup = await launched.open("popup.html", "canvas.sheet-ink");
		await popup.setViewport(LARGEST);
	});
	afterAll(async () => {
		await close(launched);
		await rm(folder, { recursive: true, force: true });
	});

	/** Opens a picture of so many pixels across; what was open before is put away. */
	async function open(name: string, svg: string, width: number): Promise<void> {
		const file = join(folder, `${name}.png`);
		await writeFile(file, await sharp(Buffer.from(svg)).resize(width).png().toBuffer());
		await (await popup.$('[aria-label="Read a picture"][aria-pressed="false"]'))?.click();
		await (await popup.$('[aria-label="Clear"][aria-disabled="false"]'))?.click();
		await chooseFiles(popup, "input[type=file]", [file]);
		await popup.waitForSelector(`img[alt="The picture ${name}.png"][data-pending="false"]`);
	}

	it("lets all of it be reached where a screen or a page zoom leaves less height", async () => {
		// 200 % of the largest popup that there is.
		await popup.setViewport({ width: 400, height: 300 });
		const seen = await popup.$eval(".foot", (foot) => {
			scrollTo(0, document.documentElement.scrollHeight);
			const { bottom } = foot.getBoundingClientRect();
			const { scrollWidth, clientWidth } = document.documentElement;
			return { isSeen: bottom <= innerHeight, across: scrollWidth - clientWidth };
		});
		expect(seen).toEqual({ isSeen: true, across: 0 });
		await popup.setViewport(LARGEST);
	});

	it("leaves a number that is one long line no more room than a short one", async () => {
		const text = "3141592653589793238462643383279502884197169399375105820974944592";
		await open("long", drawSample({ ...SAMPLE, text, height: 40, seed: 4, gap: 0.3 }), 1800);
		const { height, across } = await popup.$eval(".number-scroll", (room) => ({
			height: room.closest(".number")!.clientHeight,
			across: room.scrollWidth - room.clientWidth,
		}));
		expect(across).toBeGreaterThan(0);
		expect(height).toBe(52);
	});

	it("keeps the first row and column of a table in sight that goes on beyond both edges", async () => {
		const svg = Buffer.from(gridPicture(rows(24, 24)).split(",")[1]!, "base64").toString();
		await open("table", svg, 1800);
		await popup.waitForSelector(".number tr:nth-child(20)");
		const corner = () =>
			popup.$eval(".number-scroll", (room) => {
				const { left, top } = room.getBoundingClientRect();
				const place = (selector: string) => room.querySelector(selector)!.getBoundingClientRect();
				return {
					firstRow: Math.round(place("tr:first-child td:nth-child(20)").top - top),
					firstColumn: Math.round(place("tr:nth-child(20) td:first-child").left - left),
					other: place("tr:nth-child(20) td:nth-child(20)").top - top,
				};
			});
		const before = await corner();
		await popup.$eval(".number-scroll", (room) => room.scrollTo(room.scrollWidth, room.scrollHeight));
		await until(async () => (await corner()).other < before.other, "the table does not scroll");
		const { firstRow, firstColumn } = await corner();
		// The border before them may go.
		expect(Math.abs(firstRow - before.firstRow)).toBeLessThanOrEqual(1);
		expect(Math.abs(firstColumn - before.firstColumn)).toBeLessThanOrEqual(1);
	});

	it("says how a part is selected below the picture, be it ever so narrow", async () => {
		await open("narrow", drawSample({ ...SAMPLE, text: rows(12, 2).join("\n"), height: 40, seed: 4 }), 60);
		await popup.click('[aria-label="Select a part"]');
		const [how, sheet] = await Promise.all(
			[".picture-part .how", ".picture-sheet"].map((selector) =>
				popup.waitForSelector(selector).then((found) => found!.boundingBox()),
			),
		);
		expect(how!.x).toBeGreaterThanOrEqual(sheet!.x);
		expect(how!.width).toBeGreaterThan(0.6 * sheet!.width);
		expect(how!.y + how!.height).toBeLessThanOrEqual(sheet!.y + sheet!.height);
		await popup.focus(".picture-part .surface");
		await popup.keyboard.press("Escape");
	});
});
