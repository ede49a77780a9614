import { decodeGlyph, GLYPH_SIDE } from "../../lib/glyph.ts";

/** Pixels of the picture for one of the glyph, so that it can be looked at. */
const SCALE = 10;

/** A glyph as a PNG, light ink on black, every pixel a square. `glyph` as `encodeGlyph` writes it. */
export function pixelPicture(glyph: string): Promise<Blob> {
	const canvas = new OffscreenCanvas(GLYPH_SIDE * SCALE, GLYPH_SIDE * SCALE);
	const context = canvas.getContext("2d")!;
	decodeGlyph(glyph).forEach((ink, i) => {
		const gray = Math.round(ink * 255);
		context.fillStyle = `rgb(${gray} ${gray} ${gray})`;
		context.fillRect((i % GLYPH_SIDE) * SCALE, Math.floor(i / GLYPH_SIDE) * SCALE, SCALE, SCALE);
	});
	return canvas.convertToBlob({ type: "image/png" });
}
