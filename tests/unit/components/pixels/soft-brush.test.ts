import fc from "fast-check";
import { expect, test } from "vitest";
import { brushLine, type Place } from "../../../../components/pixels/soft-brush.ts";
import { GLYPH_SIZE } from "../../../../lib/glyph.ts";

const place: fc.Arbitrary<Place> = fc.tuple(
	fc.double({ min: -5, max: 33, noNaN: true }),
	fc.double({ min: -5, max: 33, noNaN: true }),
);
const glyph = fc
	.uint8Array({ minLength: GLYPH_SIZE, maxLength: GLYPH_SIZE })
	.map((bytes) => Float32Array.from(bytes, (byte) => byte / 255));

test("ink only adds, the eraser only takes away, both within 0..1 and without touching the original", () => {
	fc.assert(
		fc.property(glyph, place, place, fc.boolean(), (before, from, to, erase) => {
			const copy = before.slice();
			const after = brushLine(before, from, to, erase);
			expect(before).toEqual(copy);
			const within = after.every((ink, i) =>
				erase ? ink >= 0 && ink <= before[i] : ink >= before[i] && ink <= 1,
			);
			expect(within).toBe(true);
		}),
		{ numRuns: 50 },
	);
});

test("a touch in the middle of a pixel fills it and softly its neighbours", () => {
	const after = brushLine(new Float32Array(GLYPH_SIZE), [14.5, 14.5], [14.5, 14.5], false);
	const at = (x: number, y: number) => after[y * 28 + x];
	expect(at(14, 14)).toBe(1);
	expect(at(15, 14)).toBeCloseTo(0.6, 5);
	expect(at(16, 14)).toBe(0);
	expect(at(13, 14)).toBe(at(15, 14));
	expect(at(14, 13)).toBe(at(14, 15));
});
