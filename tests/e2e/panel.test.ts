import type { ElementHandle, Page } from "puppeteer-core";
import sharp from "sharp";
import { expect, it } from "vitest";
import { drawSample } from "../../tools/demo/draw.ts";
import { labSays } from "../../tools/surfaces/lab.ts";
import {
	boxesOf,
	buttonNamed,
	dialogOf,
	HOST,
	overlayGone,
	panelHasKeys,
	placeInPanel,
	readPanel,
} from "../../tools/surfaces/panel.ts";
import { regionAsked } from "../../tools/surfaces/region.ts";
import { until } from "../../tools/surfaces/until.ts";
import { BROWSERS } from "./harness/browsers.ts";
import { boxOf, insideOf, middleOf, onDesk, standOut } from "./harness/desk.ts";
import { FULL_PAGE } from "./harness/full-page.ts";
import { gridPicture } from "./harness/grid-picture.ts";
import { paste } from "./harness/paste.ts";
import { takePicture } from "./harness/picture.ts";
import { SAMPLE } from "./harness/scenes.ts";
import { serveIn } from "./harness/served-page.ts";
import { type AnyWorld, startWorldIn } from "./harness/world.ts";

declare const chrome: {
	storage: { local: { get(key: "pastReadings"): Promise<{ pastReadings: { text: string }[] }> } };
};

const cell = (text: string) => drawSample({ ...SAMPLE, text, height: 40, seed: 3 });
const image = `data:image/svg+xml;base64,${Buffer.from(drawSample(SAMPLE)).toString("base64")}`;
const PAGE = `<!doctype html><title>A long page</title><div style="height: 300px"></div>
<img id="image" src="${image}" width="300">
<table id="table" style="background: white; border-spacing: 30px 0">
<tr><td>${cell("12")}<td>${cell("7")}<tr><td>${cell("34")}<td>${cell("56")}</table>
<div style="height: 2000px"></div>`;

/** The share of the page that a panel changes, at the least. */
const OF_PANEL = 0.015;

onDesk.each(BROWSERS)("the result panel in %s", (name) => {
	let world: AnyWorld;
	serveIn(
		() => startWorldIn(name),
		PAGE,
		(started) => {
			world = started;
		},
	);

	async function readImage(): Promise<ElementHandle> {
		const { page, desk } = world;
		const target = (await page.$("#image"))!;
		await desk.choose(page, await middleOf(target), "r");
		expect((await readPanel(page)).text).toBe(SAMPLE.text);
		return target;
	}

	const button = async (page: Page, name: string) => (await page.waitForSelector(buttonNamed(name)))!;

	it("shows which digit of the number is which in the picture, both ways", async () => {
		const { page, desk } = world;
		await readImage();
		const { boxes } = await readPanel(page);
		const active = () =>
			dialogOf(page, (dialog) =>
				["digit", "box"].map((kind) => {
					const all = [...dialog.ownerDocument.querySelectorAll<HTMLElement>(`.${kind}`)];
					return all.findIndex(({ dataset }) => dataset.active === "true");
				}),
			);
		const { x, y, width, height } = boxes[2]!;
		await desk.move(page, { x: x + width / 2, y: y + height / 2 });
		await until(async () => `${await active()}` === "2,2", "the box does not mark its digit");
		await desk.move(page, await placeInPanel(page, ".digit:nth-child(2)"));
		await until(async () => `${await active()}` === "1,1", "the digit does not mark its box");
	});

	it("keeps what it says of a digit inside the window", async () => {
		const { page, desk } = world;
		await page.$eval("#image", (image) => {
			(image as HTMLElement).style.cssText = "position: fixed; top: 0; right: 0";
		});
		await readImage();
		const { boxes } = await readPanel(page);
		const { x, y, width, height } = boxes.at(-1)!;
		await desk.move(page, { x: x + width / 2, y: y + height / 2 });
		const tag = await until(
			() =>
				dialogOf(page, (dialog) => {
					const { document, innerWidth, innerHeight } = dialog.ownerDocument.defaultView!;
					const tag = document.querySelector(".box[data-active='true'] .tag");
					if (!tag) return null;
					const { left, top, right, bottom } = tag.getBoundingClientRect();
					return { isInside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight };
				}),
			"nothing is said of the digit",
		);
		expect(tag.isInside).toBe(true);
		await takePicture(page, "panel-corner");
	});

	it("shows a long line as one, which goes on beyond its edge", async () => {
		const { page } = world;
		const text = "3141592653589793238462643383279502884197";
		const svg = drawSample({ ...SAMPLE, text, height: 60, seed: 4, gap: 0.35 });
		await readInstead(`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`);
		expect((await readPanel(page)).text.length).toBeGreaterThan(36);
		const { lines, height, line, across } = await dialogOf(page, (dialog) => {
			const room = dialog.querySelector(".number-scroll")!;
			const [first] = room.querySelectorAll(".line");
			return {
				lines: room.querySelectorAll(".line").length,
				height: room.clientHeight,
				line: first!.getBoundingClientRect().height,
				across: room.scrollWidth - room.clientWidth,
			};
		});
		expect(lines).toBe(1);
		expect(height).toBeLessThan(1.5 * line);
		expect(across).toBeGreaterThan(0);
		await takePicture(page, "panel-long");
	});

	it("keeps a correction made by keyboard, also in the past reading, and copies it", async () => {
		const { page, desk } = world;
		await readImage();
		await panelHasKeys(page);
		desk.press("Tab", "Tab", SAMPLE.text[0] === "8" ? "3" : "8");
		const corrected = await until(async () => {
			const { text } = await readPanel(page);
			return text !== SAMPLE.text && text;
		}, "the digit does not change");
		expect(corrected.slice(1)).toBe(SAMPLE.text.slice(1));
		await desk.click(page, await middleOf(await button(page, "Copy")));
		await button(page, "Copied");
		expect(await paste(world)).toBe(corrected);
		const witness = await world.witness();
		const newest = () =>
			witness.evaluate(async () => (await chrome.storage.local.get("pastReadings")).pastReadings[0]!.text);
		await until(async () => (await newest()) === corrected, "the past reading is not corrected");
	});

	it("follows its picture on scroll, within the viewport and beside the digits", async () => {
		const { page } = world;
		const target = await readImage();
		for (const top of [100, 250, 300]) {
			await page.evaluate((y) => scrollTo(0, y), top);
			const at = await boxOf(target);
			await until(async () => {
				const [first] = await boxesOf(page);
				return first!.x > at.x && Math.abs(first!.y - at.y - 40) < 60;
			}, "the boxes do not follow");
			const panel = await dialogOf(page, (dialog) => dialog.getBoundingClientRect().toJSON() as DOMRect);
			const { innerWidth: width, innerHeight: height } = await page.evaluate(() => ({
				innerWidth,
				innerHeight,
			}));
			expect(panel.left >= 0 && panel.top >= 0 && panel.right <= width && panel.bottom <= height).toBe(true);
			const covered = (await boxesOf(page)).filter(
				(box) =>
					box.x < panel.right &&
					box.x + box.width > panel.left &&
					box.y < panel.bottom &&
					box.y + box.height > panel.top,
			);
			expect(covered).toEqual([]);
		}
	});

	async function readTable(): Promise<void> {
		const { page, desk } = world;
		const table = (await page.$("#table"))!;
		await table.scrollIntoView();
		desk.press("alt+shift+l");
		await regionAsked(page);
		await desk.drag(page, insideOf(await boxOf(table), 4));
		expect((await readPanel(page)).text).toBe("127\n3456");
	}

	it.each([
		["another in its place", "image.replaceWith(image.cloneNode())"],
		["nothing", "image.hidden = true"],
	])("stays where its picture was when the page shows %s", async (_, change) => {
		const { page } = world;
		const place = await boxOf((await page.$("#image"))!);
		await readImage();
		await page.evaluate(change);
		await page.evaluate(() => dispatchEvent(new Event("scroll")));
		await until(
			async () => standOut(await boxesOf(page), place).length === 0,
			"the frames are not where the picture was",
		);
	});

	it("is read once more by a right click on what it shows", async () => {
		const { page, desk } = world;
		await readImage();
		await dialogOf(page, (dialog) => dialog.setAttribute("data-before", ""));
		const [box] = await boxesOf(page);
		await desk.choose(page, { x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 }, "r");
		const isNew = () => dialogOf(page, (dialog) => !dialog.hasAttribute("data-before"));
		await until(() => isNew().catch(() => false), "the panel is the same");
		expect((await readPanel(page)).text).toBe(SAMPLE.text);
	});

	it("is not on paper", async () => {
		const { page, desk } = world;
		const grays = async () =>
			sharp(await page.screenshot())
				.greyscale()
				.blur(2)
				.raw()
				.toBuffer();
		/** Share of the page that looks otherwise; some is never drawn the same. */
		const changed = async (before: Buffer) => {
			const now = await grays();
			return now.reduce((sum, gray, i) => sum + Number(Math.abs(gray - before[i]!) > 32), 0) / now.length;
		};
		await readImage();
		const shown = await grays();
		await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
		await until(async () => (await changed(shown)) > OF_PANEL, "the panel is printed");
		const printed = await grays();
		await page.evaluate(() => dispatchEvent(new Event("afterprint")));
		await until(async () => (await changed(printed)) > OF_PANEL, "the panel does not come back");
		desk.press("Escape");
		await overlayGone(page);
		await until(async () => (await changed(printed)) < OF_PANEL / 4, "something of the panel is printed");
	});

	it("leaves most of a low window to the page", async () => {
		const { page } = world;
		await readImage();
		await page.setViewport({ width: 320, height: 240 });
		let share = 1;
		await until(
			async () => {
				share = await dialogOf(page, (dialog) => dialog.getBoundingClientRect().height / innerHeight);
				return share < 0.4;
			},
			() => `the panel takes ${share} of the window`,
		);
		await page.setViewport(null);
	});

	it("copies what stands in columns as CSV, or with the gaps between them", async () => {
		const { page, desk } = world;
		await readTable();
		await desk.click(page, await middleOf(await button(page, "Copy")));
		await button(page, "Copied");
		expect(await paste(world)).toBe("12 7\n34 56");
		await desk.click(page, await middleOf(await button(page, "Copy as CSV")));
		await button(page, "Copied as CSV");
		expect(await paste(world)).toBe("12,7\n34,56\n");
	});

	/** Puts a picture in the place of the other, and has it read. */
	async function readInstead(src: string): Promise<void> {
		const { page, desk } = world;
		const target = (await page.$("#image"))!;
		await target.evaluate((image, src) => {
			(image as HTMLImageElement).src = src;
			return (image as HTMLImageElement).decode();
		}, src);
		await desk.choose(page, await middleOf(target), "r");
	}

	it("shows a ruled table as one and copies it with tabs, empty cells too", async () => {
		const { page, desk } = world;
		await readInstead(gridPicture(["123", "45 ", "789"]));
		expect((await readPanel(page)).text).toBe("123\n45\n789");
		const cells = await dialogOf(page, (dialog) =>
			[...dialog.querySelectorAll("tr")].map((row) => [...row.cells].map(({ textContent }) => textContent)),
		);
		expect(cells).toEqual([
			["1", "2", "3"],
			["4", "5", ""],
			["7", "8", "9"],
		]);
		await takePicture(page, "panel-table");
		await desk.click(page, await middleOf(await button(page, "Copy")));
		await button(page, "Copied");
		expect(await paste(world)).toBe("1\t2\t3\n4\t5\t\n7\t8\t9");
	});

	it.each([0, 2])("opens the lab with the digit that was pointed at: number %i", async (index) => {
		const { page, desk, opened } = world;
		await readImage();
		const digit = SAMPLE.text[index]!;
		const { x, y, width, height } = (await readPanel(page)).boxes[index]!;
		await desk.move(page, { x: x + width / 2, y: y + height / 2 });
		await button(page, `Look inside the ${digit}`);
		await desk.click(page, await placeInPanel(page, ".link"));
		const lab = await opened("lab.html#/inside");
		await labSays(lab, digit);
		await lab.close();
		await page.bringToFront();
	});

	it("copies by itself and digits only, if that is set", async () => {
		const { page } = world;
		await world.change({ panel: { autoCopy: true, separators: false } });
		await readTable();
		await button(page, "Copied");
		expect(await paste(world)).toBe("127\n3456");
		await world.change({});
	});

	it("shows how far it is while it reads a full page", async () => {
		const { page } = world;
		await readInstead(`data:image/svg+xml;base64,${Buffer.from(drawSample(FULL_PAGE)).toString("base64")}`);
		await page.waitForSelector('progress[aria-label="Reading…"]');
		await takePicture(page, "panel-progress");
		const { text } = await readPanel(page);
		expect(text.split("\n").length).toBeGreaterThan(12);
		expect(await dialogOf(page, (dialog) => dialog.querySelectorAll("progress").length)).toBe(0);
	});

	it("stays away when it is left in mid-reading, whatever the page does then", async () => {
		const { page, desk } = world;
		await readInstead(`data:image/svg+xml;base64,${Buffer.from(drawSample(FULL_PAGE)).toString("base64")}`);
		await page.waitForSelector('progress[aria-label="Reading…"]');
		desk.press("Escape");
		await overlayGone(page);
		const comesBack = page.evaluate(
			(host) =>
				new Promise<boolean>((resolve) => {
					const clock = setInterval(() => {
						document.body.append(document.createElement("span"));
						if (document.querySelector(host)) resolve(true);
					}, 20);
					setTimeout(() => {
						clearInterval(clock);
						resolve(false);
					}, 2000);
				}),
			HOST,
		);
		expect(await comesBack).toBe(false);
	});
});
