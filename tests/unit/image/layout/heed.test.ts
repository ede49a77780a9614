import { describe, expect, test } from "vitest";
import type { Box } from "../../../../lib/geometry.ts";
import { type Grid, isEndOfLine } from "../../../../lib/image/layout/grid.ts";
import { isHeeded, notesIn } from "../../../../lib/image/layout/heed.ts";
import type { Rule } from "../../../../lib/image/layout/rule.ts";

/** A rule at `place`, from 0 to `length`. */
const rule = (place: number, length: number): Rule => ({
	from: 0,
	to: length,
	thickness: 2,
	middles: new Float32Array(length + 1).fill(place),
	seen: new Uint8Array(length + 1).fill(1),
	slopes: [0, 0],
});
const lines = (count: number) => Array.from({ length: count + 1 }, (_, i) => [rule(40 * i, 40 * count)]);
const grid = (count: number, areSquares: boolean): Grid => ({
	rows: count,
	columns: count,
	levels: lines(count),
	walls: lines(count),
	areSquares,
	open: { top: false, bottom: false, left: false, right: false },
});
/** A digit in the middle of a cell, moved by so much. */
const digit = (row: number, column: number, moved = 0): Box => ({
	x: 40 * column + 12 + moved,
	y: 40 * row + 8,
	width: 16,
	height: 24,
});
const inCells = [0, 1, 2, 3].flatMap((row) => [0, 2, 3].map((column) => digit(row, column)));

describe("what heeds the cells of a grid", () => {
	test("digits of which each has a cell make cells of squares", () => {
		expect(isHeeded(grid(5, true), inCells)).toBe(true);
		expect(isHeeded(grid(15, true), inCells)).toBe(false);
	});

	test("lines of numbers on every other row of squares are no table, though each digit has its square", () => {
		const everyOther = [0, 2, 4].flatMap((row) => [0, 1, 2, 3].map((column) => digit(row, column)));
		expect(isHeeded(grid(5, true), everyOther)).toBe(false);
		expect(isHeeded(grid(5, false), everyOther)).toBe(true);
	});

	test("a number over the walls of squares heeds none of them, but may stand in a table", () => {
		const across = inCells.map((box) => ({ ...box, x: box.x + 20 }));
		expect(isHeeded(grid(5, true), across)).toBe(false);
		expect(isHeeded(grid(5, false), across)).toBe(true);
	});

	test("small digits are notes where their cell holds nothing else", () => {
		const [alone, beside] = [1, 0].map((column) => ({ x: 40 * column + 4, y: 4, width: 6, height: 8 }));
		expect([...notesIn(grid(5, true), [...inCells, alone, beside], 24)]).toEqual([alone]);
		expect(notesIn(grid(5, true), [alone, beside], 8).size).toBe(0);
	});

	test("what runs along a line to its end is a rest of it, a stroke beside its middle is not", () => {
		const stroke = (y: number) => ({ x: 78, y, width: 4, height: 14 });
		expect([0, 80, 186].map((y) => isEndOfLine(grid(5, true), stroke(y)))).toEqual([true, false, true]);
		expect(isEndOfLine(grid(5, true), { ...stroke(0), x: 60 })).toBe(false);
	});
});
