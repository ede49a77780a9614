import fc from "fast-check";
import { expect, test } from "vitest";
import { fitNumber, fitTable } from "../../../../components/reading/number-fit.ts";

const ROOM = { width: 346, heights: [52, 108] };

test("a short number has the largest size and its usual room", () => {
	expect(fitNumber(["157"], ROOM)).toEqual({ size: 42, lineHeight: 48, height: 52, level: 0 });
	expect(fitNumber(["1".repeat(12)], ROOM)).toMatchObject({ size: 40, level: 0 });
	expect(fitNumber(["1", "2"], ROOM)).toMatchObject({ size: 22, level: 0 });
});

test("sixty digits in three lines are seen at once", () => {
	const { size, lineHeight, height, level } = fitNumber(Array(3).fill("8".repeat(20)), ROOM);
	expect(level).toBe(1);
	expect(size).toBeGreaterThanOrEqual(24);
	expect(3 * lineHeight).toBeLessThanOrEqual(height);
});

test("a line that is too long takes no more room than a short one: more height would not make it larger", () => {
	expect(fitNumber(["8".repeat(64)], ROOM)).toMatchObject({ size: 14, height: 52, level: 0 });
	expect(fitTable([Array<string>(40).fill("8")], ROOM)).toMatchObject({ size: 11, height: 52, level: 0 });
});

test("of many lines as many are seen as fit, and none in half", () => {
	const { size, lineHeight, height } = fitNumber(Array(20).fill("12345"), ROOM);
	expect(size).toBe(14);
	expect(height % lineHeight).toBe(0);
	expect(height).toBeLessThanOrEqual(108);
});

test("a table is as small as its rows and columns ask, down to what can be read", () => {
	const rows = (count: number, columns: number) =>
		Array.from({ length: count }, () => Array<string>(columns).fill("8"));
	expect(fitTable(rows(3, 3), ROOM)).toMatchObject({ size: 17, level: 1 });
	const sudoku = fitTable(rows(9, 9), { ...ROOM, heights: [52, 108, 198] });
	expect(sudoku.size).toBeGreaterThanOrEqual(14);
	expect(9 * 1.4 * sudoku.size + 10).toBeLessThanOrEqual(198);
	expect(fitTable(rows(40, 40), ROOM).size).toBe(11);
});

test("more digits never make it larger", () => {
	fc.assert(
		fc.property(fc.nat(40), fc.nat(5), (digits, lines) => {
			const number = (extra: number) => Array<string>(lines + 1).fill("8".repeat(digits + extra));
			const room = { ...ROOM, heights: [108] };
			expect(fitNumber(number(1), room).size).toBeLessThanOrEqual(fitNumber(number(0), room).size);
		}),
	);
});
