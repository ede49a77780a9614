import type { Browser, Page } from "puppeteer-core";
import { launchFirefox } from "../../../tools/browsers/firefox.ts";
import { overlayGone, readPanel } from "../../../tools/surfaces/panel.ts";
import { type Desk, middleOf, startDesk } from "./desk.ts";
import { FIREFOX_BUILD, startWorld } from "./world.ts";

export const BROWSERS = ["Chromium", "Firefox"] as const;

/** A desk with one browser on it, which has the extension. */
export interface Site {
	readonly browser: Browser;
	readonly desk: Desk;
	readonly page: Page;
	stop(): Promise<void>;
}

export async function startIn(name: (typeof BROWSERS)[number]): Promise<Site> {
	if (name === "Chromium") return startWorld();
	const desk = await startDesk();
	const { browser } = await launchFirefox({
		extension: FIREFOX_BUILD,
		headless: false,
		env: desk.display.env,
	});
	const [page] = await browser.pages();
	return {
		browser,
		desk,
		page: page!,
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
