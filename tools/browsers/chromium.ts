import puppeteer, { type Browser, type Extension, type Page, TargetType } from "puppeteer-core";
import { ensureBrowser } from "./install.ts";
import { type Launched, type LaunchOptions, WITNESS } from "./launched.ts";
import { stopWorker } from "./worker.ts";

export interface ChromiumOptions extends LaunchOptions {
	/** Device pixels a CSS pixel. */
	readonly scale?: number;
	/** Leaves the page open that welcomes people after the installation. */
	readonly welcome?: boolean;
	/** Profile to keep; a new one that is deleted afterwards without it. */
	readonly profile?: string;
}

export interface Chromium extends Launched {
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
		downloadBehavior: options.downloads ? { policy: "allow", downloadPath: options.downloads } : undefined,
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
		// Without a window nobody is asked, and all is refused.
		if (options.headless)
			await browser
				.defaultBrowserContext()
				.overridePermissions(`chrome-extension://${id}`, ["clipboard-sanitized-write"]);
		// In a kept profile the extension may have been welcomed before.
		if (!options.profile) {
			const welcome = await welcomePage(browser);
			if (!options.welcome) await welcome.close();
		}
		return { extension, ...launched(browser, extension) };
	} catch (error) {
		await browser.close();
		throw error;
	}
}

function launched(browser: Browser, extension: Extension): Launched {
	const address = (path: string) => `chrome-extension://${extension.id}/${path}`;
	let witness: Promise<Page> | undefined;
	const openWitness = async () => {
		const page = await browser.newPage({ type: "tab", background: true });
		await page.goto(address(WITNESS));
		return page;
	};
	const theWitness = () => {
		witness ??= openWitness();
		return witness;
	};
	return {
		browser,
		async open(path, selector = "main") {
			const page = await browser.newPage();
			await page.goto(address(path));
			await page.waitForSelector(selector);
			return page;
		},
		async opened(path, selector = "main") {
			const target = await browser.waitForTarget((each) => each.url().startsWith(address(path)));
			const page = (await target.page())!;
			await page.waitForSelector(selector);
			return page;
		},
		witness: theWitness,
		backgroundRuns: async () =>
			browser.targets().some((target) => target.type() === TargetType.SERVICE_WORKER),
		stopBackground: async () => stopWorker(await theWitness()),
		// Its worker can be listened to like a page.
		complaints: async () => [],
	};
}

/** Waits for the page that the extension opens when it is installed. It lies over all others. */
async function welcomePage(browser: Browser): Promise<Page> {
	const target = await browser.waitForTarget((each) => each.url().endsWith("/welcome.html"));
	return (await target.page())!;
}
