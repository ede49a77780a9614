import { array, assert, constantFrom, property } from "fast-check";
import { expect, it } from "vitest";
import { addStroke, clear, EMPTY_INK, type InkHistory } from "../../../lib/ink/history.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";
import { packHistory, unpackHistory } from "../../../lib/stored/packed-history.ts";
import { change, redo, UNDO_STEPS, undo } from "../../../lib/undo-history.ts";

const stroke = (i: number, points = 25): Stroke =>
	Array.from({ length: points }, (_, k) => [i + k / 100, (7 * i) % 90]);

/** As storage gives it back. */
const stored = (history: InkHistory) => JSON.parse(JSON.stringify(packHistory(history)));

it("brings back every history of strokes, erasing, clearing, undo and redo", () => {
	let count = 0;
	const acts = {
		draw: (history: InkHistory) => addStroke(history, stroke(count++, 2)),
		erase: (history: InkHistory) =>
			change(
				history,
				history.now.filter((_, i) => i % 3 !== 1),
			),
		clear,
		undo,
		redo,
	};
	const act = constantFrom<(keyof typeof acts)[]>("draw", "draw", "draw", "erase", "clear", "undo", "redo");
	assert(
		property(array(act, { maxLength: 150 }), (names) => {
			const history = names.reduce((now, name) => acts[name](now), EMPTY_INK);
			expect(unpackHistory(stored(history))).toEqual(history);
		}),
	);
});

it("takes little more room than the strokes, however many there are", () => {
	let history = EMPTY_INK;
	const sizes = [];
	for (let i = 0; i < 1000; i++) {
		history = addStroke(history, stroke(i));
		if (i === 499 || i === 999) sizes.push(JSON.stringify(packHistory(history)).length);
	}
	const strokes = JSON.stringify(history.now).length;
	expect(sizes[1]).toBeLessThan(1.02 * strokes);
	expect(sizes[1]! / sizes[0]!).toBeLessThan(2.1);
	const erased = change(
		history,
		history.now.filter((_, i) => i % 2 === 0),
	);
	expect(JSON.stringify(packHistory(clear(erased))).length).toBeLessThan(1.1 * strokes);
	expect(unpackHistory(stored(history)).past).toHaveLength(UNDO_STEPS);
});

it.each<[string, unknown, number]>([
	["nothing", undefined, 0],
	["a list", [1], 0],
	["no past", { now: [stroke(1)] }, 1],
	["a past of another shape", { now: [stroke(1)], past: [[]], undone: 7 }, 1],
	["strokes that are none", { now: [null, [], [[1]], [[1, "x"]], stroke(1)], past: [], undone: [] }, 1],
])("of %s what is sound is left", (_, left, strokes) => {
	expect(unpackHistory(left)).toEqual({ now: Array(strokes).fill(stroke(1)), past: [], undone: [] });
});
