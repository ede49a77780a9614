import { GLYPH_CENTRE, GLYPH_SIDE, GLYPH_SIZE, type Glyph } from "./glyph.ts";

/** A picture read between its pixels: bilinear, background (0) outside. */
export function sampleBilinear(
	data: Float32Array,
	width: number,
	height: number,
	x: number,
	y: number,
): number {
	const left = Math.floor(x);
	const top = Math.floor(y);
	if (left < -1 || top < -1 || left >= width || top >= height) return 0;
	const i = top * width + left;
	const west = left >= 0;
	const east = left + 1 < width;
	const upperLeft = top >= 0 && west ? data[i] : 0;
	const upperRight = top >= 0 && east ? data[i + 1] : 0;
	const lowerLeft = top + 1 < height && west ? data[i + width] : 0;
	const lowerRight = top + 1 < height && east ? data[i + width + 1] : 0;
	const upper = upperLeft + (x - left) * (upperRight - upperLeft);
	const lower = lowerLeft + (x - left) * (lowerRight - lowerLeft);
	return upper + (y - top) * (lower - upper);
}

/** From where the ink of a moved glyph comes: x = a x' + b y', y = c x' + d y', both from the glyph's centre. */
export type Linear = readonly [a: number, b: number, c: number, d: number];

/**
 * The glyph moved about its centre, then by pixels to the right and down, read between its pixels. What leaves it is
 * lost.
 */
export function movedGlyph(glyph: Glyph, [a, b, c, d]: Linear, right = 0, down = 0): Glyph {
	const moved = new Float32Array(GLYPH_SIZE);
	const middle = GLYPH_CENTRE - 0.5;
	for (let y = 0; y < GLYPH_SIDE; y++) {
		for (let x = 0; x < GLYPH_SIDE; x++) {
			const [dx, dy] = [x - middle - right, y - middle - down];
			const [fromX, fromY] = [middle + a * dx + b * dy, middle + c * dx + d * dy];
			moved[y * GLYPH_SIDE + x] = sampleBilinear(glyph, GLYPH_SIDE, GLYPH_SIDE, fromX, fromY);
		}
	}
	return moved;
}
