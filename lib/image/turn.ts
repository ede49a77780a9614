import type { Box } from "../geometry.ts";
import { GLYPH_SIDE, GLYPH_SIZE, type Glyph } from "../glyph.ts";
import { coloursOf, type Pixels } from "./pixels.ts";

/** Quarters of a turn, clockwise. */
export type Quarters = 1 | 2 | 3;

/** A picture turned clockwise. */
export function turned(pixels: Pixels, quarters: Quarters): Pixels {
	const { width, height } = pixels;
	const from = coloursOf(pixels);
	const to = new Uint32Array(width * height);
	const [columns, rows] = quarters === 2 ? [width, height] : [height, width];
	for (let y = 0, i = 0; y < height; y++) {
		for (let x = 0; x < width; x++, i++) {
			if (quarters === 1) to[x * columns + (columns - 1 - y)] = from[i];
			else if (quarters === 2) to[to.length - 1 - i] = from[i];
			else to[(rows - 1 - x) * columns + y] = from[i];
		}
	}
	return { width: columns, height: rows, data: new Uint8ClampedArray(to.buffer) };
}

/** A glyph turned clockwise. */
export function turnedGlyph(glyph: Glyph, quarters: 0 | Quarters): Glyph {
	const last = GLYPH_SIDE - 1;
	return glyph.map((_, i) => {
		const [x, y] = [i % GLYPH_SIDE, Math.floor(i / GLYPH_SIDE)];
		if (quarters === 1) return glyph[(last - x) * GLYPH_SIDE + y];
		if (quarters === 2) return glyph[GLYPH_SIZE - 1 - i];
		return quarters === 3 ? glyph[x * GLYPH_SIDE + last - y] : glyph[i];
	});
}

/** Where a box of a turned picture is in the picture of this size before it was turned. */
export function turnedBack(
	{ x, y, width, height }: Box,
	quarters: Quarters,
	size: { readonly width: number; readonly height: number },
): Box {
	if (quarters === 1) return { x: y, y: size.height - x - width, width: height, height: width };
	if (quarters === 2) return { x: size.width - x - width, y: size.height - y - height, width, height };
	return { x: size.width - y - height, y: x, width: height, height: width };
}
