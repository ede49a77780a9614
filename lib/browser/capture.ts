import { browser } from "wxt/browser";
import { createQueue } from "../tasks/queue.ts";

/**
 * Browsers allow two captures a second (MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND) and count by their own clock,
 * which the calls reach sooner or later; so a little more than half a second. Milliseconds.
 */
const PAUSE = 550;
/** After so many the browser has forgotten all captures. Milliseconds. */
const AMNESTY = 1100;

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const inTurn = createQueue();
let lastAt = Number.NEGATIVE_INFINITY;

/**
 * What the active tab of a window shows, in device pixels, as a PNG. Waits its turn, since browsers refuse
 * more than two captures a second. Rejects when the browser does not allow it here.
 */
export function captureTab(windowId: number): Promise<Blob> {
	return inTurn(async () => {
		const wait = lastAt + PAUSE - performance.now();
		if (wait > 0) await pause(wait);
		const capture = () => {
			lastAt = performance.now();
			return browser.tabs.captureVisibleTab(windowId, { format: "png" });
		};
		const address = await capture().catch(async (error: Error) => {
			// A worker that was stopped has forgotten when it captured last.
			if (!error.message.includes("MAX_CAPTURE")) throw error;
			await pause(AMNESTY);
			return capture();
		});
		return (await fetch(address)).blob();
	});
}
