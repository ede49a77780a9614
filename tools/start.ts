import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { launchChromium } from "./browsers/chromium.ts";
import { type Family, findBrowser } from "./browsers/find.ts";
import { launchFirefox } from "./browsers/firefox.ts";
import { readSamples } from "./demo/read.ts";
import { startDemo } from "./demo/server.ts";

// npm start [-- firefox]: builds the extension and opens a browser with it and the demo page. Without a display
// it reads the demo page headless, through the extension in Chromium, prints what it read, and ends.

const headless = process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const wanted =
	process.argv[2] ?? (findBrowser("chromium") || !findBrowser("firefox") ? "chromium" : "firefox");
const family: Family = wanted === "firefox" && !headless ? "firefox" : "chromium";

const target = family === "firefox" ? "firefox" : "chrome";
const extension = join(import.meta.dirname, `../.output/${target}-mv3`);
execFileSync(process.execPath, ["node_modules/wxt/bin/wxt.mjs", "build", "-b", target, "--mv3"], {
	cwd: join(import.meta.dirname, ".."),
	stdio: "inherit",
});

const demo = await startDemo();
try {
	await (headless ? readAloud() : showUntilClosed());
} finally {
	await demo.stop();
}

async function readAloud(): Promise<void> {
	console.log("There is no display, so the browser runs without a window.");
	const chromium = await launchChromium({ extension, headless, window: [1200, 900] });
	try {
		const [page] = await chromium.browser.pages();
		await page!.goto(demo.origin);
		await readSamples(page!, chromium.extension);
	} finally {
		await chromium.browser.close();
	}
}

async function showUntilClosed(): Promise<void> {
	const { browser } = await (family === "firefox" ? launchFirefox : launchChromium)({
		extension,
		headless,
		welcome: true,
	});
	const [page] = await browser.pages();
	await page!.goto(demo.origin);
	console.log(`The demo page is at ${demo.origin}. Close the browser to end.`);
	await closed(browser);
}

function closed(browser: Browser): Promise<void> {
	return new Promise((done) => browser.once("disconnected", () => done()));
}
