import { decodeGlyph, GLYPH_SIDE } from "../../lib/glyph.ts";
import type { Stroke } from "../../lib/ink/stroke.ts";
import type { Pen } from "../pad/brush.ts";
import { inkPicture } from "../pad/ink-picture.ts";
import { inkSvg } from "../pad/ink-svg.ts";
import { pixelPicture } from "../pixels/pixel-picture.ts";

/** What was drawn: ink, or a glyph as `encodeGlyph` writes it. */
export type Drawing = { readonly strokes: readonly Stroke[] } | { readonly glyph: string };

/** What a drawing can be saved as. */
export type FileFormat = "png" | "svg";

/** A drawing as a file. */
export async function drawingFile(drawing: Drawing, pen: Pen, format: FileFormat): Promise<Blob> {
	if (format === "svg")
		return new Blob(["strokes" in drawing ? inkSvg(drawing.strokes, pen) : pixelSvg(drawing.glyph)], {
			type: "image/svg+xml",
		});
	return "strokes" in drawing ? inkPicture(drawing.strokes, pen) : pixelPicture(drawing.glyph);
}

/** A glyph as an SVG file, light ink on black, every pixel a square. `glyph` as `encodeGlyph` writes it. */
function pixelSvg(glyph: string): string {
	const squares = [...decodeGlyph(glyph)].map((ink, i) =>
		ink === 0
			? ""
			: `<rect x="${i % GLYPH_SIDE}" y="${Math.floor(i / GLYPH_SIDE)}" width="1" height="1" fill-opacity="${Math.round(ink * 1000) / 1000}"/>`,
	);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${GLYPH_SIDE} ${GLYPH_SIDE}" width="280" height="280" shape-rendering="crispEdges">`,
		`<rect width="100%" height="100%"/>`,
		`<g fill="#fff">`,
		...squares.filter(Boolean),
		"</g>",
		"</svg>",
		"",
	].join("\n");
}
