import type { Box } from "../../../lib/geometry.ts";
import type { Picture } from "../../../lib/protocol.ts";

/** Something that a page can draw, with its size in its own CSS pixels. */
export interface Visual {
	readonly source: HTMLImageElement | HTMLVideoElement | HTMLCanvasElement | ImageBitmap;
	readonly width: number;
	readonly height: number;
	/** Pixels for each of its CSS pixels: 2 for a file that `srcset` gives as 2x. */
	readonly density: number;
}

/** Larger pictures are sent smaller: digits of a page stay legible, and a message stays under 64 MB. Pixels. */
const MOST_PIXELS = 12e6;

/** Up to here a picture is sent exactly, as PNG; JPEG takes a fifth of the time. Pixels. */
const EXACT_PIXELS = 0.5e6;

/**
 * A part of a picture as a message, with `backdrop` (a CSS colour) behind what is transparent in it. Null where
 * the page may not see its pixels, or where there are none.
 */
export function encode(
	{ source, width, height, density }: Visual,
	part: Box,
	backdrop: string,
): Picture | null {
	const scale = Math.min(density, Math.sqrt(MOST_PIXELS / (part.width * part.height)));
	const canvas = document.createElement("canvas");
	canvas.width = Math.round(part.width * scale);
	canvas.height = Math.round(part.height * scale);
	const context = canvas.getContext("2d");
	if (!context || canvas.width === 0 || canvas.height === 0) return null;
	context.fillStyle = backdrop;
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.imageSmoothingQuality = "high";
	// Places the whole and lets the canvas cut: the unit of a part to cut out depends on the density of the file.
	context.drawImage(source, -part.x * scale, -part.y * scale, width * scale, height * scale);
	try {
		const exact = canvas.width * canvas.height <= EXACT_PIXELS;
		return {
			kind: "data",
			url: exact ? canvas.toDataURL("image/png") : canvas.toDataURL("image/jpeg", 0.95),
		};
	} catch {
		// A SecurityError: a picture of another site has tainted the canvas.
		return null;
	}
}
