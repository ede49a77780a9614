import { useLayoutEffect, useRef } from "preact/hooks";
import { decodeGlyph, GLYPH_SIDE } from "../../lib/glyph.ts";

/** A glyph as the models see it: 28x28, light ink on black. `glyph` as `encodeGlyph` writes it; without it, empty. */
export function GlyphView({ glyph, name }: { glyph: string | undefined; name: string }) {
	const canvas = useRef<HTMLCanvasElement>(null);
	useLayoutEffect(() => {
		const context = canvas.current?.getContext("2d");
		if (!context) return;
		context.clearRect(0, 0, GLYPH_SIDE, GLYPH_SIDE);
		if (glyph) context.putImageData(new ImageData(grayPixels(glyph), GLYPH_SIDE), 0, 0);
	}, [glyph]);
	return (
		<canvas ref={canvas} class="glyph" width={GLYPH_SIDE} height={GLYPH_SIDE} role="img" aria-label={name} />
	);
}

function grayPixels(encoded: string): Uint8ClampedArray<ArrayBuffer> {
	const glyph = decodeGlyph(encoded);
	const pixels = new Uint8ClampedArray(glyph.length * 4);
	glyph.forEach((ink, i) => {
		pixels.fill(ink * 255, i * 4, i * 4 + 3);
		pixels[i * 4 + 3] = 255;
	});
	return pixels;
}
