import type { ElementHandle, Page } from "puppeteer-core";
import { until } from "./until.ts";

/** An element of a page or of a frame in it, as a person sees them: as one. The frame over a page covers it, so that both have the same coordinates. */
export async function findInFrames(page: Page, selector: string): Promise<ElementHandle | null> {
	for (const frame of page.frames()) {
		try {
			const element = await frame.$(selector);
			if (element) return element;
		} catch {
			// The frame went while it was looked through.
		}
	}
	return null;
}

/** Waits for an element of a page or of a frame in it. */
export function waitInFrames(page: Page, selector: string): Promise<ElementHandle> {
	return until(() => findInFrames(page, selector), `nothing on the page is ${selector}`);
}
