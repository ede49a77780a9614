import { browser } from "wxt/browser";
import { createQueue } from "./queue.ts";

/** Browsers allow two captures a second (MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND). Milliseconds. */
const PAUSE = 500;

const inTurn = createQueue();
let lastAt = Number.NEGATIVE_INFINITY;

/**
 * What the active tab of a window shows, in device pixels, as a PNG. Waits its turn, since browsers refuse
 * more than two captures a second. Rejects when the browser does not allow it here.
 */
export function captureTab(windowId: number): Promise<Blob> {
	return inTurn(async () => {
		const wait = lastAt + PAUSE - performance.now();
		if (wait > 0) await new Promise((done) => setTimeout(done, wait));
		lastAt = performance.now();
		const address = await browser.tabs.captureVisibleTab(windowId, { format: "png" });
		return (await fetch(address)).blob();
	});
}
