import type { Browser, Page } from "puppeteer-core";
import { launchFirefox } from "../../../tools/browsers/firefox.ts";
import { overlayGone, readPanel } from "../../../tools/surfaces/panel.ts";
import { type Desk, middleOf, startDesk } from "./desk.ts";
import { FIREFOX_BUILD, startWorld, workerOf } from "./world.ts";

declare const chrome: {
	storage: { local: { set(items: object): Promise<void> } };
	action: { openPopup(): Promise<void> };
};

export const BROWSERS = ["Chromium", "Firefox"] as const;

/** A desk with one browser on it, which has the extension. */
export interface Site {
	readonly browser: Browser;
	readonly desk: Desk;
	readonly page: Page;
	/** Sets these settings, and all others as usual. */
	change(settings: object): Promise<void>;
	/** Opens the popup over the page, as the toolbar button does. */
	openPopup(): Promise<void>;
	stop(): Promise<void>;
}

export async function startIn(name: (typeof BROWSERS)[number]): Promise<Site> {
	if (name === "Chromium") {
		const world = await startWorld();
		const worker = await workerOf(world.browser);
		const set = (settings: object) => chrome.storage.local.set({ settings });
		const openPopup = async () => world.desk.press("alt+shift+d");
		return { ...world, openPopup, change: (settings) => worker.evaluate(set, settings) };
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
		// Its keys a page of Firefox may swallow, and the button itself lies in a menu.
		async openPopup() {
			const options = await open("options.html", "main");
			await options.evaluate(() => void setTimeout(() => chrome.action.openPopup(), 1000));
			await page!.bringToFront();
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
