import fc from "fast-check";
import { expect, test } from "vitest";
import { addStroke, clear, EMPTY_INK } from "../../../lib/ink/history.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";
import { redo, UNDO_STEPS, undo } from "../../../lib/undo-history.ts";

const stroke = (x: number): Stroke => [
	[x, 0],
	[x, 10],
];

test("undo takes strokes back one by one, redo brings them again", () => {
	const two = addStroke(addStroke(EMPTY_INK, stroke(1)), stroke(2));
	expect(undo(two).now).toEqual([stroke(1)]);
	expect(redo(undo(two)).now).toEqual([stroke(1), stroke(2)]);
	expect(redo(two)).toBe(two);
	expect(undo(EMPTY_INK)).toBe(EMPTY_INK);
});

test("clearing the pad can be undone, and clearing a clean pad is no step", () => {
	const one = addStroke(EMPTY_INK, stroke(1));
	expect(undo(clear(one)).now).toEqual([stroke(1)]);
	expect(clear(EMPTY_INK)).toBe(EMPTY_INK);
});

test("a new stroke after an undo forgets what was undone", () => {
	const history = addStroke(undo(addStroke(EMPTY_INK, stroke(1))), stroke(2));
	expect(redo(history).now).toEqual([stroke(2)]);
});

test("however many steps are made, undoing and redoing all of them ends at the same ink", () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom("stroke", "clear"), { maxLength: UNDO_STEPS }), (steps) => {
			let history = EMPTY_INK;
			for (const [i, step] of steps.entries()) {
				history = step === "stroke" ? addStroke(history, stroke(i)) : clear(history);
			}
			const end = history.now;
			for (const _ of steps) history = undo(history);
			expect(history.now).toEqual([]);
			for (const _ of steps) history = redo(history);
			expect(history.now).toEqual(end);
		}),
	);
});
