import sharp from "sharp";
import type { Box } from "../../lib/geometry.ts";
import type { InkMap } from "../../lib/image/pixels.ts";

/** A filled shape. */
export interface Outline {
	/** The data of an SVG path, filled where it winds round (nonzero). */
	readonly path: string;
	/** The smallest box around it, in the path's units. */
	readonly box: Box;
}

/** The ink of a shape, cut to its box, edges anti-aliased, its longer side `side` pixels long. */
export async function drawOutline({ path, box }: Outline, side: number): Promise<InkMap> {
	const scale = side / Math.max(box.width, box.height);
	const width = Math.max(1, Math.round(box.width * scale));
	const height = Math.max(1, Math.round(box.height * scale));
	const svg =
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" preserveAspectRatio="none" ` +
		`viewBox="${box.x} ${box.y} ${box.width} ${box.height}"><path d="${path}"/></svg>`;
	const coverage = await sharp(Buffer.from(svg)).extractChannel("alpha").raw().toBuffer();
	return { width, height, data: Float32Array.from(coverage, (byte) => byte / 255) };
}
