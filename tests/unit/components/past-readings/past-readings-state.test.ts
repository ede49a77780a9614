import { signal } from "@preact/signals";
import { expect, it } from "vitest";
import { createPastReadingsState } from "../../../../components/past-readings/past-readings-state.ts";
import type { PastReading } from "../../../../lib/browser/past-readings.ts";

const first: PastReading = { id: "a", at: 2, text: "12\n34", title: "Rent March", picture: "" };
const second: PastReading = { id: "b", at: 1, text: "56", title: "Meter", picture: "" };

function setUp(newest = first) {
	const kept = signal<readonly PastReading[]>([newest, second]);
	const store = { isFull: false };
	const room = async () => {
		if (store.isFull) throw new Error("QUOTA_BYTES quota exceeded");
	};
	const copies: string[] = [];
	const past = createPastReadingsState({
		kept,
		forget: async (id) => {
			kept.value = kept.value.filter((reading) => reading.id !== id);
		},
		forgetAll: async () => {
			kept.value = [];
		},
		keepReadings: room,
		remember: async (...readings) => {
			await room();
			kept.value = [...kept.value, ...readings];
		},
		copy: async (text) => void copies.push(text),
		correct: async (id, text) => {
			kept.value = kept.value.map((reading) =>
				reading.id === id ? { ...reading, text, read: reading.text } : reading,
			);
		},
		pin: async (id, isPinned) => {
			kept.value = kept.value.map((reading) => (reading.id === id ? { ...reading, isPinned } : reading));
		},
		reopen: async ({ id }) => id === "a",
	});
	const shown = () => past.shown.value.map(({ id }) => id);
	return { past, shown, copies, store };
}

it("finds by digits, across lines, and by words of the page", () => {
	const { past, shown } = setUp();
	for (const [search, expected] of [
		["1234", ["a"]],
		["34", ["a"]],
		["56", ["b"]],
		["march 12", ["a"]],
		["march 56", []],
		["", ["a", "b"]],
	] as const) {
		past.search.value = search;
		expect(shown(), search).toEqual(expected);
	}
});

it("brings back what was deleted last", async () => {
	const { past, shown } = setUp();
	await past.remove(first);
	expect(shown()).toEqual(["b"]);
	await past.undo();
	expect(shown().sort()).toEqual(["a", "b"]);
	expect(past.deleted.value).toEqual([]);
	await past.removeAll();
	expect(shown()).toEqual([]);
	await past.undo();
	expect(shown().sort()).toEqual(["a", "b"]);
});

it("finds and copies a table, with its tabs", async () => {
	const { past, shown, copies } = setUp({ ...first, text: "1\t2\n\t34" });
	past.search.value = "1234";
	expect(shown()).toEqual(["a"]);
	await past.copyText(past.shown.value[0]);
	expect(copies).toEqual(["1\t2\n\t34"]);
});

it("copies and says which", async () => {
	const { past, copies } = setUp();
	await past.copyText(first);
	expect(copies).toEqual(["12\n34"]);
	expect(past.copied.value).toBe("a");
});

it("says what a full store does not take, and loses nothing that can be brought back later", async () => {
	const { past, shown, store } = setUp();
	await past.remove(first);
	store.isFull = true;
	await past.undo();
	expect(past.unsaved.value).toContain("full");
	expect(past.deleted.value).toEqual([first]);
	store.isFull = false;
	await past.undo();
	expect([past.unsaved.value, shown().sort()]).toEqual([null, ["a", "b"]]);
	store.isFull = true;
	await past.setKeeping(false);
	expect(past.unsaved.value).toContain("full");
});

it("puts right what was read, and shows what is so", async () => {
	const { past, shown } = setUp();
	past.edit(first);
	past.editing.value!.number.replace("7");
	expect(past.kept.value[0]).toMatchObject({ text: "72\n34", read: "12\n34" });
	past.filter.value = "corrected";
	expect(shown()).toEqual(["a"]);
	past.endEditing();
	expect(past.editing.value).toBeNull();
});

it("shows those above that are pinned, which stay when all are deleted", async () => {
	const { past, shown } = setUp();
	expect(past.somePinned.value).toBe(false);
	await past.togglePin(second);
	expect(past.somePinned.value).toBe(true);
	expect(shown()).toEqual(["b", "a"]);
	past.filter.value = "pinned";
	expect(shown()).toEqual(["b"]);
	past.filter.value = "tables";
	expect(shown()).toEqual([]);
	expect(past.canDelete.value).toBe(true);
	await past.removeAll();
	expect(past.deleted.value.map(({ id }) => id)).toEqual(["a"]);
});

it("copies what is shown as rows with tabs", async () => {
	const { past, copies } = setUp({ ...first, text: "1\t2\n3\t4", address: "https://a.example/" });
	await past.copyShown();
	expect(copies).toEqual([
		'1970-01-01T00:00:00.002Z\t"1\t2\n3\t4"\tRent March\thttps://a.example/\n1970-01-01T00:00:00.001Z\t56\tMeter\t\n',
	]);
});

it("says where the picture of a reading is gone", async () => {
	const { past } = setUp();
	await past.reopen(first);
	expect(past.trouble.value).toBeNull();
	await past.reopen(second);
	expect(past.trouble.value).toEqual({ id: "b", sentence: "Its picture is no longer there." });
});
