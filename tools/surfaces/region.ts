import type { Page } from "puppeteer-core";
import { waitInFrames } from "./frames.ts";

/** Waits until the page lets the person select a region. */
export async function regionAsked(page: Page): Promise<void> {
	const selector = await waitInFrames(page, '[role="application"][aria-label="Select a region"]');
	await selector.dispose();
}

/** The rectangle as it stands, in CSS pixels of the viewport. */
export async function regionBox(page: Page) {
	const size = await waitInFrames(page, ".region .size");
	return size.evaluate((output) => {
		const { x, y, width, height } = output.parentElement!.getBoundingClientRect();
		return { x, y, width, height };
	});
}
