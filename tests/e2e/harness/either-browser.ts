import type { Browser, Page } from "puppeteer-core";
import { launchFirefox } from "../../../tools/browsers/firefox.ts";
import { overlayGone, readPanel } from "../../../tools/surfaces/panel.ts";
import { type Desk, middleOf, startDesk } from "./desk.ts";
import { FIREFOX_BUILD, startWorld, workerOf } from "./world.ts";

declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

export const BROWSERS = ["Chromium", "Firefox"] as const;

/** A desk with one browser on it, which has the extension. */
export interface Site {
	readonly browser: Browser;
	readonly desk: Desk;
	readonly page: Page;
	/** Sets these settings, and all others as usual. */
	change(settings: object): Promise<void>;
	stop(): Promise<void>;
}

export async function startIn(name: (typeof BROWSERS)[number]): Promise<Site> {
	if (name === "Chromium") {
		const world = await startWorld();
		const worker = await workerOf(world.browser);
		const set = (settings: object) => chrome.storage.local.set({ settings });
		return { ...world, change: (settings) => worker.evaluate(set, settings) };
	}
	const desk = await startDesk();
	const { browser, open } = await launchFirefox({
		extension: FIREFOX_BUILD,
		headless: false,
		env: desk.display.env,
	});
	const [page] = await browser.pages();
	return {
		browser,
		desk,
		page: page!,
		async change(settings) {
			const options = await open("options.html", "main");
			await options.evaluate((now) => chrome.storage.local.set({ settings: now }), settings);
			await options.close();
		},
		async stop() {
			await browser.close();
			await desk.stop();
		},
	};
}

/** Right-clicks an element of the page and chooses to read it; gives what the panel then shows. */
export async function readFromMenu({ desk, page }: Site, selector: string) {
	await desk.openMenu(page, await middleOf((await page.$(selector))!));
	await desk.openSubmenu("d");
	desk.press("r");
	return readPanel(page);
}

/** Leaves what the extension shows, as a person does. */
export async function leaveWithEscape({ desk, page }: Site): Promise<void> {
	desk.press("Escape");
	await overlayGone(page);
}
