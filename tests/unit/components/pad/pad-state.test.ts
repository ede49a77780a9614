import { signal } from "@preact/signals";
import { afterEach, expect, test, vi } from "vitest";
import { createPadState } from "../../../../components/pad/pad-state.ts";
import type { SavedPad } from "../../../../lib/browser/saved-pad.ts";
import type { Point } from "../../../../lib/geometry.ts";
import type { Stroke } from "../../../../lib/ink/stroke.ts";
import type { Outcome } from "../../../../lib/protocol.ts";
import type { Reading } from "../../../../lib/reading/reading.ts";
import { DEFAULT_SETTINGS } from "../../../../lib/settings.ts";
import { readingOf } from "../readings.ts";

const STROKE: Point[] = [
	[10, 10],
	[12, 40],
];

/** A reader that answers at once: one 1 for every stroke. */
const countStrokes = async (strokes: readonly Stroke[]): Promise<Outcome<Reading>> => ({
	ok: true,
	value: readingOf("1".repeat(strokes.length)),
});

function setUp(read = countStrokes, saved?: SavedPad, settings = DEFAULT_SETTINGS.pad) {
	const saves: SavedPad[] = [];
	const pad = createPadState({ read, save: (state) => saves.push(state), saved, settings: signal(settings) });
	return {
		pad,
		saves,
		drawOne() {
			pad.draw(STROKE.slice(0, 1));
			pad.draw(STROKE.slice(1));
			pad.lift();
		},
	};
}

afterEach(() => void vi.useRealTimers());

const settle = () => new Promise((done) => setTimeout(done));

test("the reading follows the pen before it is lifted", async () => {
	const asked: number[] = [];
	const { pad } = setUp(async (strokes) => {
		asked.push(strokes.flat().length);
		return countStrokes(strokes);
	});
	pad.draw(STROKE.slice(0, 1));
	await settle();
	pad.draw(STROKE.slice(1));
	await settle();
	expect(asked).toEqual([1, 2]);
	expect(pad.reading.value?.text).toBe("1");
	expect(pad.strokes.value).toEqual([]);
});

test("a lifted stroke is saved at once, and again with its reading", async () => {
	const { saves, drawOne } = setUp();
	drawOne();
	expect(saves.at(-1)?.ink.now).toEqual([STROKE]);
	await settle();
	expect(saves.at(-1)?.reading?.text).toBe("1");
});

test("what was saved is there again, with the way back", async () => {
	const first = setUp();
	first.drawOne();
	first.drawOne();
	await settle();
	const { pad } = setUp(countStrokes, JSON.parse(JSON.stringify(first.saves.at(-1))));
	expect(pad.reading.value?.text).toBe("11");
	pad.undo();
	await settle();
	expect(pad.reading.value?.text).toBe("1");
});

test("a cleared pad has no reading, even when one was under way, and undo brings all back", async () => {
	const { pad, drawOne } = setUp();
	drawOne();
	pad.clear();
	await settle();
	expect(pad.reading.value).toBeNull();
	expect(pad.blank.value).toBe(true);
	pad.undo();
	await settle();
	expect(pad.reading.value?.text).toBe("1");
});

test("a stroke that the system took away leaves no ink", async () => {
	const { pad } = setUp();
	pad.draw(STROKE);
	pad.drop();
	await settle();
	expect(pad.blank.value).toBe(true);
	expect(pad.reading.value).toBeNull();
	expect(pad.canUndo.value).toBe(false);
});

test("the last digit is looked at until another is chosen, and again after the next stroke", async () => {
	const { pad, drawOne } = setUp();
	expect(pad.selected.value).toBe(-1);
	drawOne();
	drawOne();
	await settle();
	expect(pad.selected.value).toBe(1);
	pad.select(0);
	expect(pad.selected.value).toBe(0);
	drawOne();
	await settle();
	expect(pad.selected.value).toBe(2);
});

test("a failure is a sentence, keeps the last reading and goes with the next answer", async () => {
	let outcome: Outcome<Reading> = { ok: true, value: readingOf("1") };
	const { pad, drawOne } = setUp(async () => outcome);
	drawOne();
	await settle();
	outcome = { ok: false, sentence: "The model is broken. Choose another one." };
	drawOne();
	await settle();
	expect(pad.failure.value).toBe("The model is broken. Choose another one.");
	expect(pad.reading.value?.text).toBe("1");
	outcome = { ok: true, value: readingOf("111") };
	drawOne();
	await settle();
	expect(pad.failure.value).toBeNull();
});

test("a background that never answers is told", async () => {
	const { pad, drawOne } = setUp(() => Promise.reject(new Error("port closed")));
	drawOne();
	await settle();
	expect(pad.failure.value).toContain("did not answer");
});

test("the eraser takes away the strokes that it crosses, as one step", async () => {
	const { pad, saves } = setUp();
	for (const x of [10, 50, 90]) {
		pad.draw([
			[x, 10],
			[x, 60],
		]);
		pad.lift();
	}
	pad.erasing.value = true;
	pad.draw([[30, 30]]);
	pad.draw([[100, 30]]);
	expect(pad.strokes.value.map(([[x]]) => x)).toEqual([10]);
	pad.lift();
	await settle();
	expect(pad.reading.value?.text).toBe("1");
	expect(saves.at(-1)?.ink.now).toHaveLength(1);
	pad.undo();
	expect(pad.strokes.value).toHaveLength(3);
});

test("an eraser that meets nothing or is taken away by the system changes nothing", () => {
	const { pad, drawOne } = setUp();
	drawOne();
	pad.erasing.value = true;
	pad.draw([[200, 200]]);
	pad.lift();
	pad.undo();
	expect(pad.strokes.value).toEqual([]);
	pad.redo();
	pad.draw(STROKE);
	expect(pad.strokes.value).toEqual([]);
	pad.drop();
	expect(pad.strokes.value).toEqual([STROKE]);
});

test("where the person does not want it to follow the pen, the reading comes when that is lifted", async () => {
	const { pad } = setUp(countStrokes, undefined, { ...DEFAULT_SETTINGS.pad, live: false });
	pad.draw(STROKE);
	await settle();
	expect(pad.reading.value).toBeNull();
	pad.lift();
	await settle();
	expect(pad.reading.value?.text).toBe("1");
});

test("a pad that is to clear itself waits until the pen has rested, and undo brings the ink back", () => {
	vi.useFakeTimers();
	const { pad, drawOne } = setUp(countStrokes, undefined, { ...DEFAULT_SETTINGS.pad, clearAfter: 3 });
	drawOne();
	vi.advanceTimersByTime(2500);
	pad.draw(STROKE);
	vi.advanceTimersByTime(10_000);
	expect(pad.blank.value).toBe(false);
	pad.lift();
	vi.advanceTimersByTime(2900);
	expect(pad.strokes.value).toHaveLength(2);
	vi.advanceTimersByTime(200);
	expect(pad.blank.value).toBe(true);
	expect(vi.getTimerCount()).toBe(0);
	pad.undo();
	expect(pad.strokes.value).toHaveLength(2);
});

test("takes what another page has saved, without saving it again, but not while the pen is down", async () => {
	const there = setUp();
	there.drawOne();
	there.drawOne();
	await settle();
	const { pad, saves } = setUp();
	pad.adopt(there.saves.at(-1)!);
	expect(pad.strokes.value).toHaveLength(2);
	expect(pad.reading.value?.text).toBe("11");
	expect(saves).toEqual([]);
	pad.undo();
	expect(pad.strokes.value).toHaveLength(1);
	pad.draw(STROKE.slice(0, 1));
	pad.adopt(null);
	expect(pad.strokes.value).toHaveLength(1);
	pad.lift();
	pad.adopt(null);
	expect(pad.blank.value).toBe(true);
});

test("takes a number as it was put right on another page, and as it was read where that was taken back", async () => {
	const there = setUp();
	there.drawOne();
	await settle();
	const { pad } = setUp();
	there.pad.number.type(0, "47", 2);
	pad.adopt(there.saves.at(-1)!);
	expect(pad.number.text.value).toBe("47");
	expect(pad.standing.value?.text).toBe("47");
	there.pad.number.undo();
	pad.adopt(there.saves.at(-1)!);
	expect(pad.number.text.value).toBe("1");
});
