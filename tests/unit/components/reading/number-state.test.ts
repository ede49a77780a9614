import { expect, it } from "vitest";
import { createNumberState } from "../../../../components/reading/number-state.ts";
import { draftOf } from "../../../../lib/reading/draft.ts";
import type { ReadDigit } from "../../../../lib/reading/reading.ts";

const digit = (digit: string, others: readonly string[]): ReadDigit => ({
	digit,
	confidence: 0.9,
	alternatives: others.map((other, i) => [other, 0.1 / (i + 1)] as const),
	box: { x: 0, y: 0, width: 1, height: 1 },
	line: 0,
	glyph: "",
});
const DIGITS = [digit("1", ["7", "4"]), digit("5", ["6"])];

it("turns the selected digit to less and to more probable ones, and no further than there are", () => {
	let edits = 0;
	const number = createNumberState(() => {
		edits++;
	});
	number.begin(draftOf({ digits: DIGITS }));
	const selected = { field: 0, start: 0, end: 1 };
	number.put(selected);
	const texts = ([1, 1, 1, -1, -1, -1] as const).map((by) => {
		number.turn(by, DIGITS[0]!);
		return number.text.value;
	});
	expect(texts).toEqual(["75", "45", "45", "75", "15", "15"]);
	expect(number.cursor.value).toEqual(selected);
	expect(edits).toBe(4);
	number.undo();
	expect(number.text.value).toBe("75");
});

it("has no line above or below in a number of one", () => {
	const number = createNumberState();
	number.begin(draftOf({ digits: DIGITS }));
	number.put({ field: 0, start: 1, end: 2 });
	expect([number.moveBeside(0, -1, 1), number.moveBeside(0, 1, 1)]).toEqual([false, false]);
	expect(number.chosen.value).toBe(1);
});
