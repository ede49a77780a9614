import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { captureTab } from "../../../lib/browser/capture.ts";

const PIXEL =
	"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

beforeEach(() => {
	vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
});
afterEach(() => {
	vi.useRealTimers();
});

it("takes at most two pictures a second, one after the other", async () => {
	const times: number[] = [];
	Object.assign(fakeBrowser.tabs, {
		captureVisibleTab: async () => {
			times.push(performance.now());
			return PIXEL;
		},
	});
	const pictures = Promise.all([captureTab(1), captureTab(1), captureTab(1)]);
	await vi.advanceTimersByTimeAsync(10_000);
	expect((await pictures).map(({ type }) => type)).toEqual(["image/png", "image/png", "image/png"]);
	expect(times[1] - times[0]).toBeGreaterThanOrEqual(500);
	expect(times[2] - times[1]).toBeGreaterThanOrEqual(500);
});

it("goes on after a refusal", async () => {
	let asked = 0;
	Object.assign(fakeBrowser.tabs, {
		captureVisibleTab: async () => {
			asked++;
			if (asked === 1) throw new Error("not allowed");
			return PIXEL;
		},
	});
	const refused = expect(captureTab(1)).rejects.toThrow("not allowed");
	const taken = captureTab(1);
	await vi.advanceTimersByTimeAsync(10_000);
	await refused;
	expect((await taken).size).toBeGreaterThan(0);
});

it("waits and tries once more where the browser counts too many captures", async () => {
	let asked = 0;
	Object.assign(fakeBrowser.tabs, {
		captureVisibleTab: async () => {
			asked++;
			if (asked === 1) throw new Error("exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota");
			return PIXEL;
		},
	});
	const taken = captureTab(1);
	await vi.advanceTimersByTimeAsync(10_000);
	expect((await taken).type).toBe("image/png");
	expect(asked).toBe(2);
});
