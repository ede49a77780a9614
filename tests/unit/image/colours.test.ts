import { describe, expect, test } from "vitest";
import { colourAxis } from "../../../lib/image/colour-axis.ts";
import { isInvisible, toGray } from "../../../lib/image/gray.ts";
import { type Colour, onRing, paint } from "./drawing.ts";

const ring = onRing(30, 30, 18);
const contrastOf = (ink: Colour, paper: Colour) => {
	const pixels = paint(60, 60, (x, y) => (ring(x, y) ? ink : paper));
	const gray = toGray(pixels, colourAxis(pixels));
	return Math.abs(gray.data[30 * 60 + 12] - gray.data[0]);
};

describe("the colour axis", () => {
	test("of a gray picture is plain brightness", () => {
		const axis = colourAxis(paint(60, 60, (x, y) => (ring(x, y) ? [40, 40, 40] : [220, 220, 220])));
		for (const weight of axis) expect(weight).toBeCloseTo(1 / 3, 5);
	});

	test("of a picture of one colour is plain brightness too", () => {
		expect(colourAxis(paint(9, 9, () => [10, 200, 30]))).toEqual([1 / 3, 1 / 3, 1 / 3]);
	});

	test.each<[string, Colour, Colour]>([
		["yellow on white", [255, 240, 0], [255, 255, 255]],
		["blue on black", [0, 0, 200], [0, 0, 0]],
		["red on a green of the same brightness", [200, 60, 60], [60, 131, 60]],
	])("makes %s stand out as the eye sees it", (_, ink, paper) => {
		const most = Math.max(...[0, 1, 2].map((i) => Math.abs((ink[i] ?? 0) - (paper[i] ?? 0))));
		expect(contrastOf(ink, paper)).toBeGreaterThan(0.5 * most);
	});
});

describe("transparency", () => {
	test("black ink on nothing has white paper, white ink on nothing black paper", () => {
		const drawn = (value: number) =>
			toGray(
				paint(60, 60, (x, y) => [value, value, value, ring(x, y) ? 255 : 0]),
				[1 / 3, 1 / 3, 1 / 3],
			).data;
		expect([drawn(0)[0], drawn(0)[30 * 60 + 12]]).toEqual([255, 0]);
		expect(drawn(255)[0]).toBe(0);
		expect(drawn(255)[30 * 60 + 12]).toBeGreaterThan(250);
	});

	test("a hole in a photo of paper looks like paper", () => {
		const gray = toGray(
			paint(40, 40, (x) => [230, 230, 230, x < 4 ? 0 : 255]),
			[1 / 3, 1 / 3, 1 / 3],
		);
		expect(gray.data[0]).toBe(255);
	});

	test("a picture is invisible only when no pixel can be seen", () => {
		expect(isInvisible(paint(5, 5, () => [9, 9, 9, 0]))).toBe(true);
		expect(isInvisible(paint(5, 5, (x, y) => [9, 9, 9, x === 4 && y === 4 ? 1 : 0]))).toBe(false);
	});
});
