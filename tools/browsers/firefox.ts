import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { until } from "../surfaces/until.ts";
import { ensureBrowser } from "./install.ts";

/** The id of the extension in its Firefox manifest. */
const ID = "digit-lens@digit-lens.example";

/** Firefox gives every installation another address; tests pin it. */
const HOST = "7d5f9c1e-2a55-4a5a-9c39-0d1617130001";

export interface Firefox {
	readonly browser: Browser;
	/** Opens a page of the extension and waits for an element of it. */
	open(path: string, selector: string): Promise<Page>;
}

export interface FirefoxOptions {
	/** Folder of the built extension. */
	readonly extension: string;
	readonly headless: boolean;
	readonly env?: NodeJS.ProcessEnv;
}

/** Starts Firefox with the extension loaded as a temporary add-on, driven over WebDriver BiDi. */
export async function launchFirefox({ extension, headless, env }: FirefoxOptions): Promise<Firefox> {
	const browser = await puppeteer.launch({
		browser: "firefox",
		executablePath: await ensureBrowser("firefox"),
		headless,
		env,
		defaultViewport: null,
		// Without system access BiDi does not see pages of extensions.
		args: ["--remote-allow-system-access"],
		extraPrefsFirefox: { "extensions.webextensions.uuids": JSON.stringify({ [ID]: HOST }) },
	});
	try {
		await browser.installExtension(extension);
	} catch (error) {
		await browser.close();
		throw error;
	}
	return {
		browser,
		async open(path, selector) {
			const page = await browser.newPage();
			// Firefox reports no end of loading for moz-extension pages: the element is the sign.
			page.goto(`moz-extension://${HOST}/${path}`).catch(() => {});
			// Asked again and again, for a single long wait ends with the blank page that is there first.
			await until(() => page.$(selector).catch(() => null), `${path} does not show ${selector}`);
			return page;
		},
	};
}
