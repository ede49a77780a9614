import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toGray } from "../../../lib/image/gray.ts";
import { inkOf } from "../../../lib/image/ink.ts";
import { kernels } from "../../../lib/image/simd/kernels.ts";
import { Sheet } from "../../../lib/image/simd/sheet.ts";
import { paint, plane } from "./drawing.ts";

/** Widths around those of vectors, and some that are none. */
const size = fc.oneof(fc.integer({ min: 1, max: 70 }), fc.constantFrom(127, 128, 129, 333));

test("the brightness of any picture is the weighted sum of its colours", () => {
	const pixels = fc.uint8Array({ minLength: 1, maxLength: 300 });
	const weight = fc.double({ min: -1, max: 1, noNaN: true });
	fc.assert(
		fc.property(pixels, weight, weight, weight, (values, ...weights) => {
			const total = weights.reduce((sum, weight) => sum + Math.abs(weight), 0) || 1;
			const axis = weights.map((weight) => weight / total) as [number, number, number];
			const picture = paint(values.length, 1, (x) => [values[x], 255 - values[x], (7 * values[x]) % 256]);
			const lowest = 255 * axis.reduce((sum, weight) => sum + Math.min(0, weight), 0);
			const gray = toGray(picture, axis).data;
			for (let i = 0; i < values.length; i++) {
				const colours = picture.data.subarray(4 * i, 4 * i + 3);
				const exact = axis.reduce((sum, weight, channel) => sum + weight * colours[channel], -lowest);
				expect(gray[i]).toBeGreaterThan(exact - 1.02);
				expect(gray[i]).toBeLessThan(exact + 0.02);
			}
		}),
	);
});

describe("darkness", () => {
	const darkness = (sheet: Sheet) => {
		kernels().darken(sheet.at, sheet.width, sheet.height);
		return sheet.data;
	};

	test("is nought on even paper of any size, and the contrast of a mark", () => {
		fc.assert(
			fc.property(size, size, fc.integer({ min: 100, max: 255 }), (width, height, paper) => {
				expect(new Set(darkness(Sheet.of(plane(width, height, () => paper))))).toEqual(new Set([0]));
			}),
		);
		const marked = darkness(Sheet.of(plane(200, 90, (x, y) => (x === 77 && y === 33 ? 150 : 220))));
		expect(marked[33 * 200 + 77]).toBe(70);
		expect(marked.filter((dark) => dark > 0)).toHaveLength(1);
	});

	test("of a mark in a shade is what the mark takes from the paper there", () => {
		const shade = (x: number) => 240 - Math.round(x / 4);
		const dark = darkness(
			Sheet.of(plane(640, 64, (x, y) => shade(x) - (x % 80 === 40 && y === 32 ? 50 : 0))),
		);
		for (const x of [120, 280, 440, 520]) {
			expect(dark[32 * 640 + x]).toBeGreaterThan(44);
			expect(dark[32 * 640 + x]).toBeLessThan(56);
			expect(dark[20 * 640 + x]).toBeLessThan(6);
		}
	});
});

test("writing is told from what it is written on", () => {
	const isInk = (x: number, y: number) => x % 40 < 4 && y % 50 > 20;
	for (const [ink, paper] of [
		[60, 220],
		[200, 30],
	]) {
		const { at, width, height } = Sheet.of(plane(333, 150, (x, y) => (isInk(x, y) ? ink : paper)));
		expect(Boolean(kernels().isLightOnDark(at, width, height))).toBe(ink > paper);
	}
});

test("a date stamped into a corner does not make the writing light on dark", () => {
	const isStamp = (x: number, y: number) => x > 520 && y > 440 && y < 456 && x % 6 < 3;
	const isPen = (x: number, y: number) =>
		x > 150 && x < 420 && y > 90 && y < 330 && (x % 45 < 9 || y % 110 < 9);
	const picture = plane(640, 480, (x, y) => (isStamp(x, y) ? 255 : isPen(x, y) ? 70 : 120));
	const { at, width, height } = Sheet.of(picture);
	expect(Boolean(kernels().isLightOnDark(at, width, height))).toBe(false);
});

describe("ink", () => {
	test("of two levels is the darker one, cut where the edge is", () => {
		for (const width of [160, 333]) {
			const isInk = (x: number, y: number) => x % 40 >= 10 && x % 40 < 15 && y % 50 > 20;
			const found = inkOf(Sheet.of(plane(width, 150, (x, y) => (isInk(x, y) ? 100 : 220))))!;
			const expected = plane(width, 150, (x, y) => (isInk(x, y) ? 1 : 0));
			expect(found.ink.data.map((ink) => (ink >= 128 ? 1 : 0))).toEqual(expected.data);
			expect(found.runs.edges.slice(found.runs.rows[30], found.runs.rows[30] + 4)).toEqual(
				Int32Array.of(10, 15, 50, 55),
			);
		}
	});

	test("is not found where nothing has an edge, whatever was read before", () => {
		expect(inkOf(Sheet.of(plane(400, 300, (x) => 100 + (x >> 2))))).toBeNull();
		expect(inkOf(Sheet.of(plane(7, 5, () => 9)))).toBeNull();
	});
});

test("a sheet lasts as a copy when a larger one takes its place", () => {
	const first = Sheet.of(plane(10, 10, (x, y) => x + y));
	const copy = first.copy();
	const second = Sheet.of(plane(3000, 2000, () => 7));
	expect(copy).toEqual(plane(10, 10, (x, y) => x + y));
	expect(second.data.every((value) => value === 7)).toBe(true);
});
