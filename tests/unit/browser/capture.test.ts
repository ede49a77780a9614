import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { captureTab } from "../../../lib/browser/capture.ts";
import { sentenceIn } from "../../../lib/user-error.ts";

const PIXEL =
	"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** The tab in front; capturing any other one would show this one. */
let front: number;
let listeners: Set<() => void>;

function activate(tab: number): void {
	front = tab;
	for (const told of listeners) told();
}

/** Lets the browser answer captures so. */
function browserCaptures(capture: () => Promise<string>): void {
	Object.assign(fakeBrowser.tabs, {
		captureVisibleTab: capture,
		get: async (id: number) => ({ active: id === front, windowId: 7 }),
		onActivated: {
			addListener: (told: () => void) => listeners.add(told),
			removeListener: (told: () => void) => listeners.delete(told),
		},
	});
}

const refused = (capture: Promise<Blob>) => capture.then(String, (error) => sentenceIn(error)?.key);

beforeEach(() => {
	vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
	front = 1;
	listeners = new Set();
});
afterEach(() => {
	expect(listeners.size).toBe(0);
	vi.useRealTimers();
});

it("takes at most two pictures a second, one after the other", async () => {
	const times: number[] = [];
	browserCaptures(async () => {
		times.push(performance.now());
		return PIXEL;
	});
	const pictures = Promise.all([captureTab(1), captureTab(1), captureTab(1)]);
	await vi.advanceTimersByTimeAsync(10_000);
	expect((await pictures).map(({ type }) => type)).toEqual(["image/png", "image/png", "image/png"]);
	expect(times[1] - times[0]).toBeGreaterThanOrEqual(500);
	expect(times[2] - times[1]).toBeGreaterThanOrEqual(500);
});

it("goes on after a refusal", async () => {
	let asked = 0;
	browserCaptures(async () => {
		asked++;
		if (asked === 1) throw new Error("not allowed");
		return PIXEL;
	});
	const first = refused(captureTab(1));
	const taken = captureTab(1);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(await first).toBe("error.noScreenshot");
	expect((await taken).size).toBeGreaterThan(0);
});

it("waits and tries once more where the browser counts too many captures", async () => {
	let asked = 0;
	browserCaptures(async () => {
		asked++;
		if (asked === 1) throw new Error("exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota");
		return PIXEL;
	});
	const taken = captureTab(1);
	await vi.advanceTimersByTimeAsync(10_000);
	expect((await taken).type).toBe("image/png");
	expect(asked).toBe(2);
});

it("captures no tab but the one that was asked for, which may have been left while it waited its turn", async () => {
	const captured: number[] = [];
	browserCaptures(async () => {
		captured.push(front);
		return PIXEL;
	});
	const first = captureTab(1);
	const second = refused(captureTab(1));
	// Captures of before may still have to be waited for.
	while (captured.length === 0) await vi.advanceTimersByTimeAsync(50);
	await first;
	activate(2);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(await second).toBe("error.notInView");
	expect(captured).toEqual([1]);
});

it.each([
	["another tab came to the front", [2]],
	["another tab was in front for a moment", [2, 1]],
])("throws a capture away during which %s", async (_, tabs) => {
	browserCaptures(async () => {
		for (const tab of tabs) activate(tab);
		return PIXEL;
	});
	const capture = refused(captureTab(1));
	await vi.advanceTimersByTimeAsync(10_000);
	expect(await capture).toBe("error.notInView");
});

it("has a sentence for a tab that was closed", async () => {
	browserCaptures(async () => PIXEL);
	Object.assign(fakeBrowser.tabs, { get: () => Promise.reject(new Error("No tab with id: 1.")) });
	const capture = refused(captureTab(1));
	await vi.advanceTimersByTimeAsync(10_000);
	expect(await capture).toBe("error.notInView");
});
