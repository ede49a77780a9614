import fc from "fast-check";
import { expect, test } from "vitest";
import { GLYPH_SIDE, GLYPH_SIZE } from "../../../lib/glyph.ts";
import { cropInk, inkBox, normaliseGlyph } from "../../../lib/image/normalise.ts";
import type { InkMap } from "../../../lib/image/pixels.ts";

const blank = (width: number, height: number): InkMap => ({
	width,
	height,
	data: new Float32Array(width * height),
});

function withBar(
	width: number,
	height: number,
	bar: { x: number; y: number; width: number; height: number },
): InkMap {
	const ink = blank(width, height);
	for (let y = bar.y; y < bar.y + bar.height; y++)
		ink.data.fill(1, y * width + bar.x, y * width + bar.x + bar.width);
	return ink;
}

const bars = fc
	.record({
		x: fc.nat(40),
		y: fc.nat(40),
		width: fc.integer({ min: 1, max: 80 }),
		height: fc.integer({ min: 1, max: 80 }),
	})
	.map((bar) => ({ bar, ink: withBar(120, 120, bar) }));

test("only paper is a blank glyph", () => {
	expect(inkBox(blank(5, 7))).toBeNull();
	expect(normaliseGlyph(blank(5, 7))).toEqual(new Float32Array(GLYPH_SIZE));
});

test("the box is exactly around the ink, and the crop holds all of it", () => {
	fc.assert(
		fc.property(bars, ({ bar, ink }) => {
			expect(inkBox(ink)).toEqual(bar);
			expect(cropInk(ink, bar).data.every((value) => value === 1)).toBe(true);
		}),
	);
});

test("any ink fills a box of 20 px, aspect kept, inside the glyph, values 0..1", () => {
	fc.assert(
		fc.property(bars, ({ bar, ink }) => {
			const glyph = normaliseGlyph(ink);
			const box = inkBox({ width: GLYPH_SIDE, height: GLYPH_SIDE, data: glyph });
			const scale = 20 / Math.max(bar.width, bar.height);
			expect(Math.max(box?.width ?? 0, box?.height ?? 0)).toBe(20);
			expect(Math.abs((box?.width ?? 0) - bar.width * scale)).toBeLessThanOrEqual(1);
			expect(Math.abs((box?.height ?? 0) - bar.height * scale)).toBeLessThanOrEqual(1);
			expect(Math.max(...glyph)).toBeCloseTo(1);
			expect(Math.min(...glyph)).toBeGreaterThanOrEqual(0);
		}),
	);
});

test("a glyph that is normalised already comes back pixel for pixel", () => {
	fc.assert(
		fc.property(bars, ({ ink }) => {
			const once = normaliseGlyph(ink);
			const twice = normaliseGlyph({ width: GLYPH_SIDE, height: GLYPH_SIDE, data: once });
			expect(twice).toEqual(once);
		}),
	);
});

test("where the ink stands in the picture does not matter", () => {
	const shape = { width: 17, height: 31 };
	const here = normaliseGlyph(withBar(100, 100, { x: 0, y: 0, ...shape }));
	const there = normaliseGlyph(withBar(90, 70, { x: 60, y: 33, ...shape }));
	expect(there).toEqual(here);
});
