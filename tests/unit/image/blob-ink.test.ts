import { expect, test } from "vitest";
import { inkOfBlob } from "../../../lib/image/blob-ink.ts";
import { connectedComponents } from "../../../lib/image/components.ts";
import { normaliseGlyph } from "../../../lib/image/normalise.ts";
import { inkRuns } from "../../../lib/image/runs.ts";
import { onRing, plane } from "./drawing.ts";

const glyphOfRing = (radius: number) => {
	const side = 3 * radius;
	const isInk = onRing(side / 2, side / 2, radius, radius / 4);
	const ink = plane(side, side, (x, y) => (isInk(x, y) ? 255 : 0));
	const [ring] = connectedComponents(inkRuns(ink));
	return { map: inkOfBlob(ink, ring), glyph: normaliseGlyph(inkOfBlob(ink, ring)) };
};

/** How unlike two glyphs are, the second one moved by so many pixels. */
const unlikeness = (a: Float32Array, b: Float32Array, shift: number) =>
	a.reduce((sum, ink, i) => sum + Math.abs(ink - (b[i + shift] ?? 0)), 0) /
	a.reduce((sum, ink) => sum + ink, 0);

test("of a huge character a part of the pixels shows the glyph as well", () => {
	const [small, huge] = [glyphOfRing(70), glyphOfRing(700)];
	expect(small.map.width).toBeGreaterThan(140);
	expect(huge.map.width).toBeLessThan(200);
	// What is symmetric may stand one pixel further to a side.
	const shifts = [-1, 0, 1].flatMap((x) => [-28, 0, 28].map((y) => x + y));
	const least = Math.min(...shifts.map((shift) => unlikeness(small.glyph, huge.glyph, shift)));
	expect(least).toBeLessThan(0.1);
});
