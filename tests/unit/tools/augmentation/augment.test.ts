import { describe, expect, it } from "vitest";
import { GLYPH_SIDE, GLYPH_SIZE } from "../../../../lib/glyph.ts";
import { normaliseGlyph } from "../../../../lib/image/normalise.ts";
import type { InkMap } from "../../../../lib/image/pixels.ts";
import { renderGlyph } from "../../../../lib/ink/render.ts";
import type { Stroke } from "../../../../lib/ink/stroke.ts";
import { createRandom } from "../../../../tools/random.ts";
import { moveGlyph } from "../../../../tools/training/augmentation/affine.ts";
import {
	augmentInk,
	augmentStrokes,
	LIGHT,
	STRONG,
} from "../../../../tools/training/augmentation/augment.ts";

const seven: Stroke[] = [
	[
		[0, 0],
		[10, 0],
		[4, 18],
	],
];
const glyph = renderGlyph(seven);
const ink: InkMap = { width: GLYPH_SIDE, height: GLYPH_SIDE, data: glyph };

const difference = (a: Float32Array, b: Float32Array) =>
	a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0);
const augmented = (seed: number, strength = STRONG) => {
	const into = new Float32Array(GLYPH_SIZE);
	augmentInk(ink, strength, createRandom(seed), into);
	return into;
};

describe("augmentInk", () => {
	it("is the same for the same seed and another for another", () => {
		expect(augmented(5)).toEqual(augmented(5));
		expect(difference(augmented(5), augmented(6))).toBeGreaterThan(5);
	});

	it("gives glyphs: ink from 0 to 1, never blank, 20 px large", () => {
		for (let seed = 0; seed < 300; seed++) {
			const result = augmented(seed);
			expect(Math.min(...result)).toBe(0);
			expect(Math.max(...result)).toBeLessThanOrEqual(1);
			expect(Math.max(...result)).toBeGreaterThan(0.6);
			const again = normaliseGlyph({ width: GLYPH_SIDE, height: GLYPH_SIDE, data: result });
			const rows = Array.from({ length: GLYPH_SIDE }, (_, y) =>
				again.subarray(y * GLYPH_SIDE, (y + 1) * GLYPH_SIDE).some((value) => value > 0),
			).filter(Boolean).length;
			expect(rows).toBeLessThanOrEqual(21);
		}
	});

	it("leaves a shape nearly as it was where nothing is to be done", () => {
		const still = { bending: { rotation: 0, shear: 0, aspect: 0, elastic: 0 }, strokeWidth: 0, degraded: 0 };
		const shares = Array.from(
			{ length: 20 },
			(_, seed) => difference(augmented(seed, still), glyph) / glyph.reduce((a, b) => a + b),
		);
		expect(Math.min(...shares)).toBeLessThan(0.35);
	});

	it("changes more when it is strong", () => {
		const mean = (strength: typeof STRONG) =>
			Array.from({ length: 60 }, (_, seed) => difference(augmented(seed, strength), glyph)).reduce(
				(a, b) => a + b,
			) / 60;
		expect(mean(STRONG)).toBeGreaterThan(1.15 * mean(LIGHT));
	});
});

describe("augmentStrokes", () => {
	const drawn = (seed: number, strength = STRONG) => {
		const into = new Float32Array(GLYPH_SIZE);
		augmentStrokes(seven, strength, createRandom(seed), into);
		return into;
	};

	it("is deterministic and never blank", () => {
		expect(drawn(3)).toEqual(drawn(3));
		for (let seed = 0; seed < 200; seed++) expect(Math.max(...drawn(seed))).toBeGreaterThan(0.5);
	});

	it("draws a lone point too", () => {
		const into = new Float32Array(GLYPH_SIZE);
		augmentStrokes([[[3, 3]]], STRONG, createRandom(1), into);
		expect(into.reduce((a, b) => a + b)).toBeGreaterThan(1);
	});
});

describe("moveGlyph", () => {
	it("changes nothing within an empty range, shifts at most as far as the range says", () => {
		const into = new Float32Array(GLYPH_SIZE);
		moveGlyph(glyph, {}, createRandom(1), into);
		expect(difference(into, glyph)).toBeLessThan(1e-3);
		const centre = (g: Float32Array) =>
			g.reduce((sum, value, i) => sum + value * (i % GLYPH_SIDE), 0) / g.reduce((a, b) => a + b);
		for (let seed = 0; seed < 50; seed++) {
			moveGlyph(glyph, { shift: 0.1 }, createRandom(seed), into);
			expect(Math.abs(centre(into) - centre(glyph))).toBeLessThan(2.9);
		}
	});

	it("bends without moving the whole far, and without losing ink", () => {
		const into = new Float32Array(GLYPH_SIZE);
		moveGlyph(glyph, { elastic: 0.03 }, createRandom(3), into);
		expect(difference(into, glyph)).toBeGreaterThan(0.01);
		const ink = (g: Float32Array) => g.reduce((sum, value) => sum + value, 0);
		expect(ink(into) / ink(glyph)).toBeGreaterThan(0.8);
		expect(ink(into) / ink(glyph)).toBeLessThan(1.2);
	});
});
