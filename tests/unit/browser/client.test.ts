import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { request } from "../../../lib/browser/client.ts";
import { onMessage } from "../../../lib/browser/messaging.ts";

beforeEach(() => fakeBrowser.reset());

it("hands a request to the background and brings the answer back", async () => {
	const stop = onMessage("readInk", async (data) => ({
		ok: true,
		value: { text: String(data.strokes.length), digits: [], rejected: [] },
	}));
	const answer = await request("readInk", { strokes: [[[0, 0]], [[1, 1]]] });
	expect(answer).toEqual({ ok: true, value: { text: "2", digits: [], rejected: [] } });
	stop();
});

it("asks again when the background died with the request in flight, and not for ever", async () => {
	let asked = 0;
	const stop = onMessage("readInk", async () => {
		asked++;
		if (asked < 4) throw new Error("The message port closed before a response was received.");
		return { ok: false, sentence: `asked ${asked} times` };
	});
	expect(await request("readInk", { strokes: [] })).toEqual({ ok: false, sentence: "asked 4 times" });
	stop();

	let refused = 0;
	const stopRefusing = onMessage("readInk", async () => {
		refused++;
		throw new Error("gone");
	});
	await expect(request("readInk", { strokes: [] }, { pauses: [0, 0] })).rejects.toThrow("gone");
	expect(refused).toBe(3);
	stopRefusing();
});

it("does not ask again once the extension is gone from under it", async () => {
	let asked = 0;
	const stop = onMessage("readInk", async () => {
		asked++;
		throw new Error("Extension context invalidated.");
	});
	const id = vi.spyOn(fakeBrowser.runtime, "id", "get").mockReturnValue(undefined as never);
	await expect(request("readInk", { strokes: [] })).rejects.toThrow("invalidated");
	expect(asked).toBe(1);
	id.mockRestore();
	stop();
});

it("asks again where an answer that comes soon or never does not come", async () => {
	let asked = 0;
	const stop = onMessage("readInk", () => {
		asked++;
		return asked < 3 ? new Promise<never>(() => {}) : Promise.resolve({ ok: false, sentence: "there" });
	});
	expect(await request("readInk", { strokes: [] }, { pauses: [0, 0, 0], patience: 20 })).toEqual({
		ok: false,
		sentence: "there",
	});
	stop();
});

it.each(["readInk", "openFrame", "countImage", "correctReading", "takeTask"] as const)(
	"does not wait for ever for what browsers lost without a word: %s",
	async (type) => {
		vi.useFakeTimers();
		let asked = 0;
		const stop = onMessage(type, () =>
			++asked < 2 ? new Promise<never>(() => {}) : Promise.resolve({ ok: false, sentence: "there" }),
		);
		const answer = request(type, {} as never);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(await answer).toEqual({ ok: false, sentence: "there" });
		stop();
		vi.useRealTimers();
	},
);
