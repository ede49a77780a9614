import puppeteer, { type Browser, type Extension, type Page } from "puppeteer-core";
import { ensureBrowser } from "./install.ts";

export interface ChromiumOptions {
	/** Folder of the built extension. */
	readonly extension: string;
	readonly headless: boolean;
	/** Device pixels a CSS pixel. */
	readonly scale?: number;
	/** Outer size of the window in CSS pixels. */
	readonly window?: readonly [width: number, height: number];
	/** Leaves the page open that welcomes people after the installation. */
	readonly welcome?: boolean;
	/** Profile to keep; a new one that is deleted afterwards without it. */
	readonly profile?: string;
	readonly env?: NodeJS.ProcessEnv;
}

export interface Chromium {
	readonly browser: Browser;
	readonly extension: Extension;
}

const QUIET = [
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--disable-quic",
];

/** Starts Chromium with the extension as a person would load it: unpacked, with its shipped manifest. */
export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
	const [width, height] = options.window ?? [1000, 800];
	const browser = await puppeteer.launch({
		executablePath: await ensureBrowser("chromium"),
		headless: options.headless,
		// Chrome loads unpacked extensions over a pipe only (https://crbug.com/401529219).
		pipe: true,
		enableExtensions: true,
		ignoreDefaultArgs: ["--enable-automation"],
		defaultViewport: null,
		userDataDir: options.profile,
		env: options.env,
		args: [
			...QUIET,
			...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
			`--force-device-scale-factor=${options.scale ?? 1}`,
			`--window-size=${width},${height}`,
			"--window-position=0,0",
		],
	});
	try {
		const id = await browser.installExtension(options.extension);
		const extension = (await browser.extensions()).get(id);
		if (!extension) throw new Error(`Chromium did not load the extension in ${options.extension}.`);
		// In a kept profile the extension may have been welcomed before.
		if (!options.profile) {
			const welcome = await welcomePage(browser);
			if (!options.welcome) await welcome.close();
		}
		return { browser, extension };
	} catch (error) {
		await browser.close();
		throw error;
	}
}

/** Waits for the page that the extension opens when it is installed. It lies over all others. */
async function welcomePage(browser: Browser): Promise<Page> {
	const target = await browser.waitForTarget((each) => each.url().endsWith("/welcome.html"));
	return (await target.page())!;
}
