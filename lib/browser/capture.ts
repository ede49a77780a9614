import { browser } from "wxt/browser";
import { createQueue } from "../tasks/queue.ts";
import { userError } from "../user-error.ts";

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
 * What a tab shows, in device pixels, as a PNG. Waits its turn, since browsers refuse more than two captures a
 * second; they capture whichever tab is in front by then, so this rejects with a UserError where another one was in
 * front at any time in between, and with one where the browser does not allow it here.
 */
export function captureTab(tabId: number): Promise<Blob> {
	return inTurn(async () => {
		const wait = lastAt + PAUSE - performance.now();
		if (wait > 0) await pause(wait);
		const address = await inFront(tabId, (windowId) => captureWindow(windowId));
		return (await fetch(address)).blob();
	});
}

async function captureWindow(windowId: number): Promise<string> {
	const capture = () => {
		lastAt = performance.now();
		return browser.tabs.captureVisibleTab(windowId, { format: "png" });
	};
	try {
		return await capture().catch(async (error: Error) => {
			// A worker that was stopped has forgotten when it captured last.
			if (!error.message.includes("MAX_CAPTURE")) throw error;
			await pause(AMNESTY);
			return capture();
		});
	} catch {
		throw userError("error.noScreenshot");
	}
}

/** Does something with the window of a tab while that tab is in front of it; rejects where it is not, before or after. */
async function inFront<T>(tabId: number, act: (windowId: number) => Promise<T>): Promise<T> {
	let changes = 0;
	const count = () => {
		changes++;
	};
	const windowNow = async () => {
		const { active, windowId } = await browser.tabs.get(tabId).catch(() => ({ active: false, windowId: -1 }));
		if (!active) throw userError("error.notInView");
		return windowId;
	};
	browser.tabs.onActivated.addListener(count);
	try {
		const windowId = await windowNow();
		changes = 0;
		const done = await act(windowId);
		if ((await windowNow()) !== windowId || changes > 0) throw userError("error.notInView");
		return done;
	} finally {
		browser.tabs.onActivated.removeListener(count);
	}
}
