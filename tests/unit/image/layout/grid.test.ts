import { describe, expect, test } from "vitest";
import { connectedComponents } from "../../../../lib/image/components.ts";
import { connectedInk } from "../../../../lib/image/hysteresis.ts";
import { cellAt, isComb } from "../../../../lib/image/layout/grid.ts";
import { findInk, type Page } from "../../../../lib/image/page.ts";
import { findWriting } from "../../../../lib/image/writing.ts";
import { type Colour, onRing, paint } from "../drawing.ts";

const grey = (value: number): Colour => [value, value, value];

/** Whether a place lies on one of the rules of a grid, whose cells are so large, of this thickness. */
const onGrid =
	(left: number, top: number, columns: number, rows: number, width: number, height: number, thickness = 3) =>
	(x: number, y: number): boolean => {
		const [dx, dy] = [x - left, y - top];
		const isInside = dx >= 0 && dy >= 0 && dx < columns * width + thickness && dy < rows * height + thickness;
		return isInside && (dx % width < thickness || dy % height < thickness);
	};

function inkAmong(width: number, height: number, isInk: (x: number, y: number) => boolean): Page {
	return findInk(paint(width, height, (x, y) => grey(isInk(x, y) ? 40 : 230)))!;
}

/** The boxes of what is left as ink, from the left. */
const leftOf = (page: Page) =>
	connectedComponents(page.runs)
		.filter(({ area }) => area > 16)
		.map(({ box }) => box)
		.sort((a, b) => a.x - b.x);

describe("the structure of the paper", () => {
	const ring = onRing(62, 70, 16, 4);

	test("of a frame nothing is left, however thick it is", () => {
		const frame = onGrid(10, 20, 1, 1, 360, 100, 10);
		const left = leftOf(inkAmong(400, 150, (x, y) => frame(x, y) || ring(x, y)));
		expect(left.map(({ width }) => Math.round(width / 4))).toEqual([9]);
	});

	test("of a comb the walls go, and a 1 that fills its box stays", () => {
		const comb = onGrid(10, 20, 6, 1, 60, 100);
		const isOne = (x: number, y: number) => x >= 160 && x < 164 && y >= 30 && y < 114;
		const left = leftOf(inkAmong(400, 150, (x, y) => comb(x, y) || ring(x, y) || isOne(x, y)));
		expect(left).toHaveLength(2);
		expect(left[1].x).toBeCloseTo(160, -0.5);
		expect(left[1].height).toBeGreaterThan(75);
	});

	test("of a comb with dotted walls nothing is left, be its boxes ever so unequal, and dots by themselves stay", () => {
		const frame = onGrid(10, 20, 1, 1, 360, 100);
		const isDot = (x: number, y: number, at: number) =>
			x >= at && x < at + 4 && y > 24 && y < 120 && y % 12 < 6;
		const isWall = (x: number, y: number) => [100, 160, 250].some((at) => isDot(x, y, at));
		const comb = inkAmong(400, 150, (x, y) => frame(x, y) || isWall(x, y) || ring(x, y));
		expect(leftOf(comb)).toHaveLength(1);
		expect(comb.grids.map(({ columns }) => columns)).toEqual([4]);
		const colon = (x: number, y: number) => isDot(x, y, 160) && y > 50 && y < 80;
		expect(leftOf(inkAmong(400, 150, (x, y) => frame(x, y) || colon(x, y) || ring(x, y)))).toHaveLength(3);
	});

	test("of a thick frame nothing is left, though the writing in it touches it", () => {
		const frame = onGrid(10, 20, 1, 1, 360, 110, 16);
		const touching = (x: number, y: number) =>
			onRing(120, 100, 28, 5)(x, y) || onRing(240, 108, 22, 5)(x, y) || onRing(300, 60, 24, 5)(x, y);
		const left = leftOf(inkAmong(400, 160, (x, y) => frame(x, y) || touching(x, y)));
		expect(left.every(({ width }) => width < 70)).toBe(true);
	});

	test("of a comb with ticks half as high as its boxes nothing is left, and a 1 in a box stays", () => {
		const frame = onGrid(10, 20, 1, 1, 360, 100);
		const isTick = (x: number, y: number) => x > 12 && x < 370 && (x - 10) % 60 < 3 && y >= 75 && y < 120;
		const isOne = (x: number, y: number) => x >= 160 && x < 164 && y >= 40 && y < 100;
		const left = leftOf(
			inkAmong(400, 150, (x, y) => frame(x, y) || isTick(x, y) || ring(x, y) || isOne(x, y)),
		);
		expect(left).toHaveLength(2);
		expect(left[1].height).toBeGreaterThan(55);
	});

	test("of ticks on a line nothing is left, but of ones on a line all", () => {
		const isLine = (x: number, y: number) => x >= 10 && x < 373 && y >= 120 && y < 123;
		const isTick = (x: number, y: number) => x >= 10 && x < 373 && (x - 10) % 60 < 3 && y >= 85 && y < 120;
		const boxed = leftOf(inkAmong(400, 150, (x, y) => isLine(x, y) || isTick(x, y) || ring(x, y)));
		expect(boxed).toHaveLength(1);
		const isOne = (x: number, y: number) => x > 190 && x < 340 && (x - 200) % 40 < 3 && y >= 85 && y < 120;
		const ruled = leftOf(inkAmong(400, 150, (x, y) => isLine(x, y) || isOne(x, y) || ring(x, y)));
		expect(ruled).toHaveLength(5);
	});

	test("of a leaning grid the rules go, and its cells are found", () => {
		const grid = onGrid(30, 20, 5, 4, 60, 60);
		const lean = (x: number, y: number) => [x - 0.06 * y, y + 0.04 * x] as const;
		const page = inkAmong(380, 320, (x, y) => grid(...lean(x, y)) || ring(x, y));
		expect(leftOf(page)).toHaveLength(1);
		expect(page.grids.map(({ rows, columns }) => [rows, columns])).toEqual([[4, 5]]);
		expect(cellAt(page.grids[0], 62, 70)).toEqual({ row: 0, column: 0 });
		expect(cellAt(page.grids[0], 310, 240)).toEqual({ row: 3, column: 4 });
		expect(cellAt(page.grids[0], 5, 70)).toBeNull();
	});

	test.each([190, 215])("a grid of faint lines (%i of 230) has cells", (faint) => {
		const shown = (isRule: (x: number, y: number) => boolean) =>
			findInk(paint(380, 300, (x, y) => grey(ring(x, y) ? 40 : isRule(x, y) ? faint : 230)))!.grids;
		const cells = shown(onGrid(30, 20, 5, 4, 60, 60)).map(({ rows, columns }) => [rows, columns]);
		expect(cells).toEqual([[4, 5]]);
	});

	test("a stroke that crosses a rule stays whole", () => {
		const grid = onGrid(30, 20, 5, 4, 60, 60);
		const across = onRing(90, 80, 22, 4);
		const left = leftOf(inkAmong(380, 300, (x, y) => grid(x, y) || across(x, y)));
		expect(left).toHaveLength(1);
		expect(left[0].width).toBeGreaterThan(44);
		expect(left[0].height).toBeGreaterThan(44);
	});

	test("digits of two rows that touch are parted at the level between them, one that hangs over it is not", () => {
		const grid = onGrid(30, 20, 3, 4, 80, 60);
		const ones = [
			[60, 30, 74],
			[140, 32, 130], // Two that touch.
			[220, 30, 74],
			[60, 90, 134],
			[220, 90, 134],
			[60, 150, 194],
			[140, 150, 194],
			[220, 152, 214], // Hangs over.
			[60, 212, 256],
		];
		const isOne = (x: number, y: number) =>
			ones.some(([at, from, to]) => x >= at && x < at + 6 && y >= from && y < to);
		const colour = (x: number, y: number) => grey(isOne(x, y) ? 40 : grid(x, y) ? 150 : 230);
		const page = findInk(paint(320, 300, colour))!;
		const { lines } = findWriting(connectedInk(page).blobs, page.grids);
		const heights = lines.map((line) =>
			line.filter(({ area }) => area > 60).map(({ box }) => Math.round(box.height / 10)),
		);
		expect(heights.map((line) => line.sort())).toEqual([[4, 4, 5], [4, 4, 5], [4, 4, 6], [4]]);
	});

	test("squared paper has no cells: writing takes no heed of them", () => {
		const isSquare = (x: number, y: number) => x % 40 < 2 || y % 40 < 2;
		const page = findInk(paint(400, 200, (x, y) => grey(ring(x, y) ? 40 : isSquare(x, y) ? 150 : 230)))!;
		expect(leftOf(page)).toHaveLength(1);
		expect(page.grids.every(({ areSquares }) => areSquares)).toBe(true);
		expect(findWriting(connectedInk(page).blobs, page.grids).grids).toEqual([]);
	});

	test("upright digits between two rules are no walls", () => {
		const isRule = (_: number, y: number) => (y >= 20 && y < 23) || (y >= 120 && y < 123);
		const isOne = (x: number, y: number) =>
			[60, 110, 190].some((at) => x >= at && x < at + 5) && y > 24 && y < 119;
		const page = inkAmong(400, 150, (x, y) => isRule(x, y) || isOne(x, y));
		expect(leftOf(page)).toHaveLength(3);
	});

	test("of a frame as a phone sees it nothing is left: turned, and open at its corners", () => {
		const turned = (x: number, y: number) => [x - 0.07 * y, y + 0.07 * x] as const;
		const isFrame = (x: number, y: number) => {
			const [u, v] = turned(x, y);
			const isLevel = u > 28 && u < 372 && (Math.abs(v - 40) < 2 || Math.abs(v - 140) < 2);
			return isLevel || (v > 46 && v < 134 && (Math.abs(u - 20) < 2 || Math.abs(u - 380) < 2));
		};
		const inside = onRing(150, 70, 16, 4);
		expect(leftOf(inkAmong(420, 160, (x, y) => isFrame(x, y) || inside(x, y)))).toHaveLength(1);
	});

	test("a wall that writing hides is told by those beside it", () => {
		const comb = onGrid(10, 20, 6, 1, 60, 100, 4);
		// Strokes on both sides of the fourth wall: it is nowhere seen by itself.
		const isHiding = (x: number, y: number) => Math.abs(x - 192) < 12 && y >= 30 && y < 114;
		const page = inkAmong(400, 150, (x, y) => comb(x, y) || isHiding(x, y));
		expect(page.grids.map(({ columns }) => columns)).toEqual([6]);
	});

	test("the loops of a digit are no frame", () => {
		const loop = onGrid(40, 20, 1, 1, 34, 30);
		const isStem = (x: number, y: number) => x >= 74 && x < 77 && y >= 20 && y < 90;
		const page = inkAmong(300, 110, (x, y) => loop(x, y) || isStem(x, y) || onRing(180, 55, 25, 4)(x, y));
		expect(page.grids).toEqual([]);
		expect(leftOf(page)).toHaveLength(2);
	});

	test("squares go from edge to edge, however few of their levels are in the picture", () => {
		const isWall = (x: number, y: number) => (x + 0.05 * y) % 50 < 2;
		const between = onRing(73, 40, 16, 4);
		const isLevel = (_: number, y: number) => y >= 80 && y < 82;
		const page = findInk(
			paint(400, 100, (x, y) => grey(between(x, y) ? 40 : isWall(x, y) || isLevel(x, y) ? 120 : 230)),
		)!;
		expect(leftOf(page)).toHaveLength(1);
	});

	test("equal boxes in a row are a comb, long ones are not", () => {
		const page = (width: number) =>
			inkAmong(500, 150, (x, y) => onGrid(10, 20, 4, 1, width, 100)(x, y) || ring(x, y));
		expect(page(80).grids.map(isComb)).toEqual([true]);
		expect(page(118).grids.map(isComb)).toEqual([true]);
		const long = inkAmong(
			500,
			80,
			(x, y) => onGrid(10, 20, 4, 1, 118, 40)(x, y) || onRing(62, 40, 9, 3)(x, y),
		);
		expect(long.grids.map(isComb)).toEqual([false]);
	});
});
