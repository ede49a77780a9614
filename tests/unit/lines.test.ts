import { expect, test } from "vitest";
import { linesOf } from "../../lib/lines.ts";

const box = (x: number, y: number, width = 20, height = 40) => ({ x, y, width, height });

test("lines come from the top, boxes from the left, whatever the order they were found in", () => {
	expect(linesOf([box(50, 100), box(60, 0), box(0, 3), box(10, 98)])).toEqual([
		[2, 1],
		[3, 0],
	]);
	expect(linesOf([])).toEqual([]);
});

test("a line that climbs by 15 degrees is still a line", () => {
	const climbing = Array.from({ length: 8 }, (_, i) => box(i * 30, 200 - i * 30 * Math.tan(Math.PI / 12)));
	expect(linesOf(climbing)).toEqual([[0, 1, 2, 3, 4, 5, 6, 7]]);
});

test("a dot and the bar of a seven belong to the line they stand in", () => {
	const lines = linesOf([
		box(0, 0),
		box(30, 20, 15, 2),
		box(60, 0),
		box(0, 60),
		box(30, 95, 3, 3),
		box(60, 60),
	]);
	expect(lines).toEqual([
		[0, 1, 2],
		[3, 4, 5],
	]);
});
