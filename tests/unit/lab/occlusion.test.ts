import { expect, test } from "vitest";
import { GLYPH_SIDE, GLYPH_SIZE } from "../../../lib/glyph.ts";
import { occlusionMap, occlusions, PATCH_SIDE } from "../../../lib/lab/occlusion.ts";

/** A glyph with one pixel of ink. */
function dot(x: number, y: number): Float32Array {
	const glyph = new Float32Array(GLYPH_SIZE);
	glyph[y * GLYPH_SIDE + x] = 1;
	return glyph;
}

test("only places that hide ink are tried, and the glyph stays as it is", () => {
	const glyph = dot(14, 10);
	const places = occlusions(glyph);
	expect(places.length).toBeGreaterThan(0);
	for (const { x, y, glyph: hidden } of places) {
		expect(14 - x).toBeGreaterThanOrEqual(0);
		expect(14 - x).toBeLessThan(PATCH_SIDE);
		expect(10 - y).toBeLessThan(PATCH_SIDE);
		expect(hidden.every((ink) => ink === 0)).toBe(true);
	}
	expect(glyph[10 * GLYPH_SIDE + 14]).toBe(1);
	expect(occlusions(new Float32Array(GLYPH_SIZE))).toEqual([]);
});

test.each([
	[0, 0],
	[27, 27],
	[13, 14],
])("the ink at %i, %i that decides alone loses all of the probability, in the corners too", (x, y) => {
	const glyph = dot(x, y);
	// A model that sees nothing but this pixel.
	const probability = (seen: Float32Array) => 0.8 * seen[y * GLYPH_SIDE + x];
	const places = occlusions(glyph);
	const map = occlusionMap(
		probability(glyph),
		places,
		places.map((place) => probability(place.glyph)),
	);
	expect(map[y * GLYPH_SIDE + x]).toBeCloseTo(0.8, 5);
	expect(Math.max(...map)).toBeCloseTo(0.8, 5);
	const far = ((y + 14) % GLYPH_SIDE) * GLYPH_SIDE + ((x + 14) % GLYPH_SIDE);
	expect(map[far]).toBe(0);
});

test("ink that speaks against the digit is below 0", () => {
	const places = occlusions(dot(8, 8));
	const map = occlusionMap(
		0.2,
		places,
		places.map(() => 0.6),
	);
	expect(map[8 * GLYPH_SIDE + 8]).toBeCloseTo(-0.4, 5);
});
