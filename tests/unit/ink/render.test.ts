import fc from "fast-check";
import { expect, test } from "vitest";
import { GLYPH_SIDE, GLYPH_SIZE } from "../../../lib/glyph.ts";
import { inkBox } from "../../../lib/image/normalise.ts";
import { PEN_WIDTH, renderGlyph } from "../../../lib/ink/render.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";

const asInk = (glyph: Float32Array) => ({ width: GLYPH_SIDE, height: GLYPH_SIDE, data: glyph });
const SEVEN: Stroke[] = [
	[
		[10, 10],
		[50, 10],
		[25, 70],
	],
];

const strokes = fc.array(
	fc.array(fc.tuple(fc.nat(100), fc.nat(100)), {
		minLength: 1,
		maxLength: 20,
	}),
	{ minLength: 1, maxLength: 4 },
);

test("no stroke is a blank glyph, a lone point a dot of the pen's width", () => {
	expect(renderGlyph([]).some((ink) => ink > 0)).toBe(false);
	const dot = renderGlyph([[[300, 40]]]);
	const mass = dot.reduce((a, b) => a + b);
	expect(mass).toBeCloseTo(Math.PI * (PEN_WIDTH / 2) ** 2, 0);
});

test("the longer side of any ink is 20 px, within the anti-aliased edge", () => {
	fc.assert(
		fc.property(strokes, (ink) => {
			const xs = ink.flat().map(([x]) => x);
			const ys = ink.flat().map(([, y]) => y);
			fc.pre(Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)) > 1);
			const box = inkBox(asInk(renderGlyph(ink)));
			const longer = Math.max(box?.width ?? 0, box?.height ?? 0);
			expect(longer).toBeGreaterThanOrEqual(19);
			expect(longer).toBeLessThanOrEqual(22);
		}),
	);
});

test("where and how large one writes does not matter", () => {
	fc.assert(
		fc.property(
			strokes,
			fc.double({ min: 0.1, max: 50, noNaN: true }),
			fc.double({ min: -1e3, max: 1e3, noNaN: true }),
			(ink, scale, shift) => {
				const moved = ink.map((stroke) =>
					stroke.map(([x, y]) => [x * scale + shift, y * scale - shift] as const),
				);
				const a = renderGlyph(ink);
				const b = renderGlyph(moved);
				for (let i = 0; i < GLYPH_SIZE; i++) expect(Math.abs(a[i] - b[i])).toBeLessThan(1e-3);
			},
		),
	);
});

test("the centre of mass lies in the middle of pixel 14", () => {
	const glyph = renderGlyph(SEVEN);
	const mass = glyph.reduce((a, b) => a + b);
	const x = glyph.reduce((sum, ink, i) => sum + ink * (i % GLYPH_SIDE), 0) / mass;
	const y = glyph.reduce((sum, ink, i) => sum + ink * Math.floor(i / GLYPH_SIDE), 0) / mass;
	expect(x).toBeCloseTo(14, 0);
	expect(y).toBeCloseTo(14, 0);
});

test("a seven looks like a seven", () => {
	const glyph = renderGlyph(SEVEN);
	const rows = Array.from({ length: GLYPH_SIDE }, (_, y) =>
		Array.from(glyph.subarray(y * GLYPH_SIDE, (y + 1) * GLYPH_SIDE), (ink) => " .:*#"[Math.round(ink * 4)])
			.join("")
			.trimEnd(),
	).filter((row) => row !== "");
	expect(rows).toMatchSnapshot();
});
