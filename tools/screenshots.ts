import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import sharp from "sharp";
import { launchChromium } from "./browsers/chromium.ts";
import { ask } from "./browsers/worker.ts";
import { drawSample } from "./demo/draw.ts";
import { writeDigits } from "./demo/hand.ts";
import { SAMPLES } from "./demo/samples.ts";
import { startDemo } from "./demo/server.ts";
import { writeWithMouse } from "./surfaces/mouse.ts";
import { overlayGone, readPanel } from "./surfaces/panel.ts";
import { onPad, openedPopup, reads } from "./surfaces/popup.ts";
import { regionAsked } from "./surfaces/region.ts";

// npm run screenshots: every page of the extension that `npm run build` made, light and dark, into docs/screenshots.
// With --store those that the stores show, of the size that they ask for, into docs/store.

const forStores = process.argv.includes("--store");
const root = join(import.meta.dirname, "..");
const folder = join(root, forStores ? "docs/store" : "docs/screenshots");
const THEMES: readonly Theme[] = forStores ? ["light"] : ["light", "dark"];
/** As large as browsers let popups be. */
const POPUP = { width: 380, height: 600, deviceScaleFactor: 2 };
/** Above and below a popup in what the stores show, pixels. */
const MARGIN = 40;
const PAGE = forStores
	? { width: 1280, height: 800, deviceScaleFactor: 1 }
	: { width: 1040, height: 720, deviceScaleFactor: 1 };

await mkdir(folder, { recursive: true });
const demo = await startDemo();
const { browser, extension } = await launchChromium({
	extension: join(root, ".output/chrome-mv3"),
	headless: true,
	window: [PAGE.width, PAGE.height + 120],
});
try {
	for (const theme of THEMES) {
		await takePopup(theme);
		await takePages(theme);
		await takeDemo(theme);
	}
} finally {
	await browser.close();
	await demo.stop();
}

type Theme = "light" | "dark";

async function open(address: string, theme: Theme, viewport: typeof PAGE): Promise<Page> {
	const page = await browser.newPage();
	await page.setViewport(viewport);
	await page.emulateMediaFeatures([
		{ name: "prefers-color-scheme", value: theme },
		{ name: "prefers-reduced-motion", value: "reduce" },
	]);
	await page.goto(address);
	return page;
}

function own(path: string): string {
	return `chrome-extension://${extension.id}/${path}`;
}

/** Writes what a page shows as a PNG of few colours: flat surfaces need no more, and the files stay small. */
async function take(page: Page, name: string, theme: Theme): Promise<void> {
	const shot = await page.screenshot();
	const file = `${name}${theme === "dark" ? "-dark" : ""}.png`;
	if (forStores) {
		// No alpha; a popup stands in the middle.
		const { width, height } = PAGE;
		const room = name.startsWith("popup") ? height - 2 * MARGIN : height;
		const shown = await sharp(shot).resize({ width, height: room, fit: "inside" }).toBuffer();
		const sheet = sharp({ create: { width, height, channels: 3, background: "#dfe5ee" } });
		const whole = await sheet
			.composite([{ input: shown }])
			.png()
			.toBuffer();
		await writeFile(join(folder, file), await sharp(whole).removeAlpha().png().toBuffer());
		return console.log(file);
	}
	await writeFile(join(folder, file), await sharp(shot).png({ palette: true, colours: 128 }).toBuffer());
	console.log(file);
}

async function takePopup(theme: Theme): Promise<void> {
	const popup = await open(own("popup.html"), theme, POPUP);
	await write(popup, "1573", 1);
	await popup.mouse.move(1, 1);
	await take(popup, "popup", theme);

	await popup.click("text/Compare models");
	await popup.waitForFunction(() =>
		[...document.querySelectorAll(".compared tbody tr")].every((row) => row.children[1]?.textContent),
	);
	await popup.mouse.move(1, 1);
	await take(popup, "popup-models", theme);

	await popup.click("#tab-reading");
	await popup.click(".glyph-button");
	await popup.waitForSelector(".magnifier");
	await popup.mouse.move(110, 150);
	await take(popup, "popup-pixels", theme);
	await popup.click('[aria-label^="Draw the 28"]');
	await popup.keyboard.press("Delete");
	await reads(popup, "");
	await popup.close();
}

async function write(popup: Page, text: string, seed: number): Promise<void> {
	await writeWithMouse(popup, await onPad(popup, writeDigits(text, { height: 100, seed, gap: 0.22 })));
	await reads(popup, text);
}

async function takePages(theme: Theme): Promise<void> {
	for (const [path, sign] of [
		["options.html", ".model-facts li"],
		["lab.html", ".maps canvas"],
		["welcome.html", ".welcome-picture"],
		["readings.html", ".past-row"],
	] as const) {
		const page = await open(own(path), theme, PAGE);
		if (path === "readings.html" && theme === "light") await fillReadings(page);
		await page.waitForSelector(sign);
		await take(page, path.replace(".html", ""), theme);
		await page.close();
	}
}

async function fillReadings(page: Page): Promise<void> {
	for (const sample of SAMPLES.slice(0, 6)) {
		const png = await sharp(Buffer.from(drawSample(sample)))
			.png()
			.toBuffer();
		const url = `data:image/png;base64,${png.toString("base64")}`;
		await ask(page, "readPicture", { picture: { kind: "data", url }, keepAs: sample.caption });
	}
}

async function takeDemo(theme: Theme): Promise<void> {
	const page = await open(demo.origin, theme, PAGE);
	const picture = await page.waitForSelector("#plain img");
	await picture!.scrollIntoView();
	const { x, y, width, height } = (await picture!.boundingBox())!;
	await extension.triggerAction(page);
	const popup = await openedPopup(extension);
	await (await popup.waitForSelector("text/Select a region of the page"))!.click();
	await regionAsked(page);
	await page.mouse.move(x + 2, y + 2);
	await page.mouse.down();
	await page.mouse.move(x + width - 2, y + height - 2, { steps: 5 });
	await take(page, "region", theme);
	await page.mouse.up();
	await readPanel(page);
	await page.mouse.move(1, 1);
	await take(page, "page", theme);
	await page.keyboard.press("Escape");
	await overlayGone(page);
	await page.close();
}
