import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { drawSample } from "../../tools/demo/draw.ts";
import { readPanel } from "../../tools/surfaces/panel.ts";
import { regionAsked } from "../../tools/surfaces/region.ts";
import { until } from "../../tools/surfaces/until.ts";
import { BROWSERS } from "./harness/browsers.ts";
import { boxOf, insideOf, onDesk, type Spot } from "./harness/desk.ts";
import { pdfOf } from "./harness/pdf.ts";
import { SAMPLE } from "./harness/scenes.ts";
import { type AnyWorld, leave, startWorldIn } from "./harness/world.ts";

/** A page of each browser, and what is said of it; Chromium does not tell where it is. */
const BROWSER_PAGES = {
	Chromium: ["chrome://version", "The browser lets no extension read this page."],
	Firefox: ["about:support", "This page belongs to the browser, and no extension may read it."],
} as const;

onDesk.each(BROWSERS)("on pages that are no web pages in %s", (name) => {
	let world: AnyWorld;
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "digit-lens-"));
		await writeFile(join(folder, "page.html"), `<!doctype html><title>A file</title>${drawSample(SAMPLE)}`);
		await writeFile(join(folder, "paper.pdf"), pdfOf(SAMPLE.text));
		world = await startWorldIn(name);
	});
	afterAll(async () => {
		await world?.finish();
		await rm(folder, { recursive: true, force: true });
	});

	afterEach(() => leave(world));

	const open = (file: string, view = "") => world.page.goto(`${pathToFileURL(join(folder, file))}${view}`);

	async function readRegion(path: readonly Spot[]): Promise<string> {
		const { page, desk } = world;
		desk.press("alt+shift+l");
		await regionAsked(page);
		await desk.drag(page, path);
		return (await readPanel(page)).text;
	}

	it("a file is read", async () => {
		await open("page.html");
		expect(await readRegion(insideOf(await boxOf((await world.page.$("svg"))!), 4))).toBe(SAMPLE.text);
	});

	it.skipIf(name === "Firefox")("a PDF is read", async () => {
		// Its viewer is no page that one could look into: the digits stand in the middle of what it shows.
		await open("paper.pdf", "#toolbar=0&navpanes=0&view=FitH");
		await until(
			async () =>
				(
					await sharp(await world.page.screenshot())
						.greyscale()
						.stats()
				).channels[0]!.mean > 200,
			"the paper is not shown",
		);
		const { width, height } = await world.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
		expect(await readRegion(insideOf({ x: 0, y: 0, width: width - 20, height }, 40))).toBe(SAMPLE.text);
	});

	/** What the popup says that comes where nothing else can. */
	async function popupSays(sentence: string): Promise<void> {
		const { desk, popupWords } = world;
		await until(async () => (await popupWords()).includes(sentence), `the popup does not say "${sentence}"`);
		desk.press("Escape");
		await until(async () => (await popupWords()) === "", "the popup is still open");
	}

	/** Opens a page that not even a test gets into: Firefox does not say when it is there. */
	async function openClosed(address: string): Promise<Page> {
		const tab = await world.browser.newPage();
		tab.goto(address).catch(() => {});
		const there = () => tab.evaluate(() => document.title !== "" && location.href !== "about:blank");
		// Asked while the page comes, Firefox may never answer.
		const late = () => new Promise<false>((done) => setTimeout(done, 2000, false));
		await until(() => Promise.race([there().catch(() => false), late()]), `${address} is not shown`);
		return tab;
	}

	it("a page of the browser is left alone, with a sentence", async () => {
		const [address, sentence] = BROWSER_PAGES[name];
		const tab = await openClosed(address);
		world.desk.press("alt+shift+l");
		await popupSays(sentence);
		await tab.close();
	});

	// Firefox lets no script of an extension into it (https://bugzil.la/1454760).
	it.runIf(name === "Firefox")("a PDF is left alone, with a sentence", async () => {
		const tab = await openClosed(`${pathToFileURL(join(folder, "paper.pdf"))}`);
		world.desk.press("alt+shift+l");
		await popupSays("The browser lets no extension read this page.");
		await tab.close();
	});
});
