import { expect, test } from "vitest";
import {
	convexHull,
	isInside,
	projectionInto,
	type Quadrilateral,
	quadrilateralAround,
	rectangleAround,
} from "../../../../lib/image/layout/quadrilateral.ts";

const SHEET: Quadrilateral = [
	[10, 20],
	[210, 40],
	[190, 160],
	[30, 140],
];

test("the corners of a sheet are found from places all over it, the upper left one first", () => {
	const inside = Array.from(
		{ length: 2000 },
		(_, i) => [3 + ((i * 7) % 220), 11 + Math.floor(i / 12)] as const,
	).filter((place) => isInside(SHEET, place));
	const found = quadrilateralAround(convexHull(inside))!;
	for (const [i, [x, y]] of SHEET.entries())
		expect(Math.hypot(found[i][0] - x, found[i][1] - y)).toBeLessThan(12);
});

test("the rectangle around a leaning shape leans with it", () => {
	const leaning = [
		[50, 0],
		[90, 30],
		[40, 96],
		[0, 66],
	] as const;
	const [[ax, ay], [bx, by]] = rectangleAround(convexHull([...leaning, [45, 48]]));
	expect((by - ay) / (bx - ax)).toBeCloseTo(0.75, 1);
});

test("the corners of the unit square land on those of the sheet, and its middle where the diagonals meet", () => {
	const project = projectionInto(SHEET);
	for (const [i, [u, v]] of [
		[0, 0],
		[1, 0],
		[1, 1],
		[0, 1],
	].entries()) {
		expect(project(u, v)[0]).toBeCloseTo(SHEET[i][0], 6);
		expect(project(u, v)[1]).toBeCloseTo(SHEET[i][1], 6);
	}
	const [x, y] = project(0.5, 0.5);
	const across = (a: number, b: number) =>
		(SHEET[b][0] - SHEET[a][0]) * (y - SHEET[a][1]) - (SHEET[b][1] - SHEET[a][1]) * (x - SHEET[a][0]);
	expect(across(0, 2)).toBeCloseTo(0, 6);
	expect(across(1, 3)).toBeCloseTo(0, 6);
});
