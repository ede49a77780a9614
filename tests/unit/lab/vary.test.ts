import { describe, expect, it } from "vitest";
import { GLYPH_SIDE, GLYPH_SIZE, type Glyph } from "../../../lib/glyph.ts";
import { UNVARIED, type Variation, vary } from "../../../lib/lab/vary.ts";

/** An upright bar, 4 px wide, in the middle. */
const bar: Glyph = Float32Array.from({ length: GLYPH_SIZE }, (_, i) => {
	const [x, y] = [i % GLYPH_SIDE, Math.floor(i / GLYPH_SIDE)];
	return x >= 12 && x < 16 && y >= 4 && y < 24 ? 1 : 0;
});
const grain = Float32Array.from({ length: GLYPH_SIZE }, (_, i) => Math.sin(i * 12.9898));
const varied = (change: Partial<Variation>) => vary(bar, { ...UNVARIED, ...change }, grain);
const mass = (glyph: Glyph) => glyph.reduce((sum, ink) => sum + ink, 0);
const at = (glyph: Glyph, x: number, y: number) => glyph[y * GLYPH_SIDE + x];

describe("a varied glyph", () => {
	it("is the same where nothing is changed", () => {
		expect(varied({})).toEqual(bar);
	});

	it("is moved to the right and down by whole pixels without a change", () => {
		const moved = varied({ right: 3, down: -2 });
		expect(mass(moved)).toBeCloseTo(mass(bar), 4);
		expect([at(moved, 15, 2), at(moved, 18, 21), at(moved, 14, 10), at(moved, 16, 22)]).toEqual([1, 1, 0, 0]);
	});

	it("is turned clockwise about the centre: a quarter turn lays the bar down", () => {
		const turned = varied({ turn: 90 });
		expect(mass(turned)).toBeCloseTo(mass(bar), 0);
		expect(at(turned, 6, 14)).toBeCloseTo(1, 4);
		expect(at(turned, 14, 6)).toBe(0);
		// A little to the right at the top, as the hand of a clock.
		const leaning = varied({ turn: 20 });
		expect(at(leaning, 17, 6)).toBeGreaterThan(at(leaning, 11, 6));
	});

	it("grows with the square of its size", () => {
		expect(mass(varied({ size: 0.5 }))).toBeCloseTo(mass(bar) / 4, 0);
	});

	it("has strokes a pixel thicker or thinner on each side", () => {
		// The element is round: at the corners it reaches less far.
		expect(mass(varied({ thickness: 1 }))).toBeCloseTo(6 * 22 - 4 * (Math.SQRT2 - 1), 4);
		expect(mass(varied({ thickness: -1 }))).toBeCloseTo(2 * 18, 0);
		expect(mass(varied({ thickness: 0.5 }))).toBeGreaterThan(mass(bar));
	});

	it("is blurred without losing ink", () => {
		const blurred = varied({ blur: 1 });
		expect(mass(blurred)).toBeCloseTo(mass(bar), 2);
		expect(at(blurred, 11, 14)).toBeGreaterThan(0.1);
	});

	it("takes its noise from the grain, and stays between paper and ink", () => {
		const noisy = varied({ noise: 0.2 });
		expect(at(noisy, 2, 0)).toBeCloseTo(Math.max(0, 0.2 * grain[2]), 5);
		expect(Math.min(...noisy)).toBe(0);
		expect(Math.max(...noisy)).toBeLessThanOrEqual(1);
	});
});
