import { encode } from "fast-png";
import { GLYPH_SIDE, type Glyph } from "../../../lib/glyph.ts";

const GAP = 2;
const GAP_GRAY = 90;

/** A PNG with glyphs side by side, row by row, every glyph pixel `zoom` x `zoom` large. */
export function drawGlyphGrid(glyphs: readonly Glyph[], columns: number, zoom: number): Uint8Array {
	const cell = GLYPH_SIDE * zoom + GAP;
	const width = columns * cell;
	const height = Math.ceil(glyphs.length / columns) * cell;
	const data = new Uint8Array(width * height).fill(GAP_GRAY);
	glyphs.forEach((glyph, index) => {
		const left = (index % columns) * cell;
		const top = Math.floor(index / columns) * cell;
		for (let y = 0; y < GLYPH_SIDE * zoom; y++) {
			for (let x = 0; x < GLYPH_SIDE * zoom; x++) {
				const ink = glyph[Math.floor(y / zoom) * GLYPH_SIDE + Math.floor(x / zoom)];
				data[(top + y) * width + left + x] = Math.round(ink * 255);
			}
		}
	});
	return encode({ width, height, data, channels: 1 });
}
