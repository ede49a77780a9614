import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { followReading, requestReading } from "../../../lib/browser/follow-reading.ts";
import { onMessage } from "../../../lib/browser/messaging.ts";

beforeEach(() => {
	fakeBrowser.reset();
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

it("tells nothing of a reading that comes soon", async () => {
	const tell = vi.fn();
	const stop = followReading("one", tell);
	await vi.advanceTimersByTimeAsync(290);
	stop();
	await vi.advanceTimersByTimeAsync(1000);
	expect(tell).not.toHaveBeenCalled();
});

it("tells how far a long one is, never less than before, until it is ended", async () => {
	// The background died in between: it knows nothing of the reading for a while.
	const shares = [0.15, 0.4, 0, 0.35, 0.9];
	const asked: string[] = [];
	const stopAnswering = onMessage("readingProgress", async ({ id }) => {
		asked.push(id);
		return { ok: true, value: shares.shift() ?? 1 };
	});
	const told: number[] = [];
	const stop = followReading("one", (share) => told.push(share));
	await vi.advanceTimersByTimeAsync(300 + 4 * 100);
	expect(told).toEqual([0.15, 0.4, 0.4, 0.4, 0.9]);
	stop();
	await vi.advanceTimersByTimeAsync(1000);
	expect(told).toHaveLength(5);
	expect(new Set(asked)).toEqual(new Set(["one"]));
	stopAnswering();
});

it("goes on when the background gives no answer", async () => {
	const tell = vi.fn();
	const stop = followReading("one", tell);
	await vi.advanceTimersByTimeAsync(500);
	expect(tell.mock.calls.every(([share]) => share === 0)).toBe(true);
	expect(tell.mock.calls.length).toBeGreaterThan(1);
	stop();
});

it("asks for a reading again that the background knows nothing of for long", async () => {
	const done = { ok: false, sentence: "done" } as const;
	let asked = 0;
	const stops = [
		onMessage("readPicture", () => {
			asked++;
			return asked === 1 ? new Promise<never>(() => {}) : Promise.resolve(done);
		}),
		onMessage("readingProgress", async () => ({ ok: true, value: null })),
	];
	const answer = requestReading(
		{ picture: { kind: "data", url: "data:image/png;base64," }, id: "a" },
		() => {},
	);
	await vi.advanceTimersByTimeAsync(1500);
	expect(asked).toBe(1);
	await vi.advanceTimersByTimeAsync(1500);
	expect(await answer).toEqual(done);
	expect(asked).toBe(2);
	for (const stop of stops) stop();
});

it("waits for as long as it takes for a reading that the background knows", async () => {
	let asked = 0;
	let finish = (_: { ok: false; sentence: string }) => {};
	const stops = [
		onMessage("readPicture", () => {
			asked++;
			return new Promise((resolve) => {
				finish = resolve;
			});
		}),
		onMessage("readingProgress", async () => ({ ok: true, value: 0 })),
	];
	const answer = requestReading(
		{ picture: { kind: "data", url: "data:image/png;base64," }, id: "a" },
		() => {},
	);
	await vi.advanceTimersByTimeAsync(30_000);
	expect(asked).toBe(1);
	finish({ ok: false, sentence: "done" });
	expect(await answer).toEqual({ ok: false, sentence: "done" });
	for (const stop of stops) stop();
});
