import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "puppeteer-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VIEWS, type ViewId } from "../../components/lab/views.ts";
import { type Chromium, launchChromium } from "../../tools/browsers/chromium.ts";
import { ask } from "../../tools/browsers/worker.ts";
import { drawSample } from "../../tools/demo/draw.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { SAMPLES } from "../../tools/demo/samples.ts";
import { writeWithMouse } from "../../tools/surfaces/mouse.ts";
import { onPad, reads } from "../../tools/surfaces/popup.ts";
import { CHROME_BUILD } from "./harness/browsers.ts";

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Some digits as a picture. */
async function drawnPicture(): Promise<string> {
	const png = await sharp(Buffer.from(drawSample(SAMPLES[0]!)))
		.png()
		.toBuffer();
	return `data:image/png;base64,${png.toString("base64")}`;
}

describe("every page to people who see, hear or move otherwise", () => {
	let chromium: Chromium;

	beforeAll(async () => {
		chromium = await launchChromium({ extension: CHROME_BUILD, headless: true });
	});
	afterAll(() => chromium?.browser.close());

	async function open(path: string, theme: string): Promise<Page> {
		const page = await chromium.browser.newPage();
		// axe is put into the page as a script, which the pages' own policy forbids.
		await page.setBypassCSP(true);
		const session = await page.createCDPSession();
		const features =
			theme === "forced colours"
				? [{ name: "forced-colors", value: "active" }]
				: [{ name: "prefers-color-scheme", value: theme }];
		await session.send("Emulation.setEmulatedMedia", { features });
		await page.goto(`chrome-extension://${chromium.extension.id}/${path}`);
		await page.waitForSelector("main");
		return page;
	}

	/** A view of the lab, which comes once its code is loaded. */
	async function openView(view: ViewId, theme: string): Promise<Page> {
		const page = await open(`lab.html#/${view}`, theme);
		await page.waitForSelector(".part");
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

	describe.each(["light", "dark", "forced colours"])("%s", (theme) => {
		it("popup: blank, with a reading, its menu, all models, past readings, pixels, a picture", async () => {
			const page = await open("popup.html", theme);
			expect(await complaints(page)).toEqual([]);

			await writeWithMouse(page, await onPad(page, writeDigits("1", { height: 100, seed: 3 })));
			await reads(page, "1");
			expect(await complaints(page)).toEqual([]);

			await page.click('[aria-haspopup="menu"]');
			await page.waitForSelector('[role="menu"]');
			expect(await complaints(page)).toEqual([]);
			await page.keyboard.press("Escape");

			await page.click("text/Compare models");
			await page.waitForSelector(".compared");
			expect(await complaints(page)).toEqual([]);

			const picture = { kind: "data", url: await drawnPicture() } as const;
			await ask(page, "readPicture", { picture, keepAs: "A picture" });
			await page.click("text/Past readings");
			await page.waitForSelector(".recent-row");
			expect(await complaints(page)).toEqual([]);

			await page.click('[aria-label^="Draw the 28"]');
			await page.waitForSelector(".pixel-grid");
			expect(await complaints(page)).toEqual([]);
			await page.click('[aria-label="Read a picture"]');
			await page.waitForSelector("text/Choose a file");
			expect(await complaints(page)).toEqual([]);
			await page.click('[aria-label="Read a picture"]');
			await page.keyboard.press("Delete");
			await reads(page, "");
			await page.close();
		});

		it("options: at first, and when they were reset", async () => {
			const page = await open("options.html", theme);
			await page.waitForSelector(".model-facts li");
			expect(await complaints(page)).toEqual([]);
			await page.click('::-p-xpath(//button[normalize-space() = "Reset"])');
			await page.waitForSelector(".replaced button");
			expect(await complaints(page)).toEqual([]);
			await page.close();
		});

		it("past readings: listed, searched in vain, deleted", async () => {
			const page = await open("readings.html", theme);
			await page.waitForSelector(".past-row");
			expect(await complaints(page)).toEqual([]);
			await page.type(".past-search", "nowhere");
			await page.waitForSelector("text/No reading has");
			expect(await complaints(page)).toEqual([]);
			await page.click('::-p-aria([role="button"][name="Delete all"])');
			await page.waitForSelector('::-p-aria([role="button"][name="Undo"])');
			expect(await complaints(page)).toEqual([]);
			await page.close();
		});

		it("the page after the installation", async () => {
			const page = await open("welcome.html", theme);
			expect(await complaints(page)).toEqual([]);
			await page.close();
		});

		it.each(VIEWS)("lab: %s", async (view) => {
			const page = await openView(view, theme);
			expect(await complaints(page)).toEqual([]);
			await page.close();
		});

		it("lab: evaluate, with a result", async () => {
			const page = await openView("evaluate", theme);
			await page.click("text/MNIST digits in this package");
			await page.waitForSelector(".results");
			expect(await complaints(page)).toEqual([]);
			await page.close();
		});

		it("lab: inside, all that can be opened there", async () => {
			const page = await openView("inside", theme);
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

	const PAGES = ["popup.html", "options.html", "readings.html", "welcome.html"];

	it.each(PAGES)("%s has nothing to hit that is smaller than 24 pixels (WCAG 2.5.8)", async (path) => {
		const page = await open(path, "light");
		const small = await page.$$eval("button, select, input, [role=tab], nav a, summary", (all) =>
			all
				.map((element) => {
					// What a label says belongs to the field that it names.
					const { width, height } = (element.closest("label") ?? element).getBoundingClientRect();
					return { width, height, name: element.outerHTML.slice(0, 80) };
				})
				.filter(({ width, height }) => width > 0 && (width < 24 || height < 24)),
		);
		expect(small).toEqual([]);
		await page.close();
	});

	it.each(PAGES)("%s is gone through with Tab, each stop to be seen", async (path) => {
		const page = await open(path, "light");
		const stops = await page.evaluate(
			() =>
				[...document.querySelectorAll<HTMLElement>("a, button, select, input, [tabindex='0']")].filter(
					(element) => element.tabIndex >= 0 && element.checkVisibility(),
				).length,
		);
		const seen = new Set<string>();
		for (let stop = 0; stop < stops; stop++) {
			await page.keyboard.press("Tab");
			const focus = await page.evaluate(() => {
				const element = document.activeElement!;
				const shown = [element, element.closest("label")].some(
					(each) => each && getComputedStyle(each).outlineStyle !== "none",
				);
				return { name: element.outerHTML.slice(0, 120), shown };
			});
			if (focus.name.startsWith("<body")) break;
			expect(focus).toEqual({ name: focus.name, shown: true });
			seen.add(focus.name);
		}
		expect(seen.size).toBeGreaterThan(0);
		await page.close();
	});
});
