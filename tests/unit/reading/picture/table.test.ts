import { expect, test } from "vitest";
import { blobOf } from "../../../../lib/image/components.ts";
import type { Grid } from "../../../../lib/image/layout/grid.ts";
import type { Rule } from "../../../../lib/image/layout/rule.ts";
import type { Character } from "../../../../lib/reading/picture/choose-characters.ts";
import { boxesAmong, tableAmong } from "../../../../lib/reading/picture/table.ts";

const rule = (place: number): Rule => ({
	from: 0,
	to: 400,
	thickness: 2,
	middles: new Float32Array(401).fill(place),
	seen: new Uint8Array(401).fill(1),
	slopes: [0, 0],
});
/** A row of cells so wide, 40 high. */
const row = (columns: number, width: number): Grid => ({
	rows: 1,
	columns,
	levels: [[rule(0)], [rule(40)]],
	walls: Array.from({ length: columns + 1 }, (_, i) => [rule(i * width)]),
	areSquares: false,
	open: { top: false, bottom: false, left: false, right: false },
});
const digitAt = (x: number): Character => ({
	from: 0,
	to: 1,
	blob: blobOf(Array.from({ length: 20 }, (_, y) => [y + 10, x - 5, x + 5] as const)),
	cost: 0,
	pathCost: 0,
	cutsThrough: [],
	glyph: new Float32Array(784),
	verdict: { probabilities: Float32Array.from({ length: 10 }, (_, i) => (i === 7 ? 1 : 0)) },
});

test("a row of cells that hold numbers is a table", () => {
	const digits = [15, 35, 95, 115, 180].map(digitAt);
	const table = tableAmong([row(3, 80)], [digits]);
	expect(table?.size).toEqual({ rows: 1, columns: 3 });
	expect(digits.map((digit) => table?.cellOf(digit)?.column)).toEqual([0, 0, 1, 1, 2]);
	expect(boxesAmong([row(3, 80)], [digits])).toBeNull();
});

test("a row of boxes that hold a digit each is one number, with so many boxes", () => {
	const digits = [20, 60, 140].map(digitAt);
	expect(tableAmong([row(5, 40)], [digits])).toBeNull();
	expect(boxesAmong([row(5, 40)], [digits])).toBe(5);
	expect(boxesAmong([row(5, 40)], [[20, 300, 340].map(digitAt)])).toBeNull();
});
