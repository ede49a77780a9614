import { join } from "node:path";
import { launchChromium } from "../../../tools/browsers/chromium.ts";
import { launchFirefox } from "../../../tools/browsers/firefox.ts";
import type { Launched, LaunchOptions } from "../../../tools/browsers/launched.ts";
import { noComplaints } from "./errors.ts";

/** Suites that hold in both are written once: `describe.each(BROWSERS)("… in %s", (name) => …)`. */
export const BROWSERS = ["Chromium", "Firefox"] as const;
export type BrowserName = (typeof BROWSERS)[number];

export const CHROME_BUILD = join(import.meta.dirname, "../../../.output/chrome-mv3");
export const FIREFOX_BUILD = join(import.meta.dirname, "../../../.output/firefox-mv3");

/** Starts a browser that has the built extension; headless unless told otherwise. */
export function launch(name: BrowserName, options: Partial<LaunchOptions> = {}): Promise<Launched> {
	return name === "Chromium"
		? launchChromium({ extension: CHROME_BUILD, headless: true, ...options })
		: launchFirefox({ extension: FIREFOX_BUILD, headless: true, ...options });
}

/** Closes a browser, and rejects when it has heard the extension complain. */
export async function close(launched: Launched | undefined): Promise<void> {
	const complaints = await launched?.complaints();
	await launched?.browser.close();
	noComplaints(complaints ?? []);
}
