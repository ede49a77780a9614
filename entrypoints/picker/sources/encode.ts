import type { Box } from "../../../lib/geometry.ts";
import type { Picture } from "../../../lib/protocol.ts";

/** Larger pictures are sent smaller: digits of a page stay legible, and a message stays under 64 MB. Pixels. */
const MOST_PIXELS = 12e6;

/** Up to here a picture is sent exactly, as PNG; JPEG takes a fifth of the time. Pixels. */
const EXACT_PIXELS = 0.5e6;

/**
 * A part of a picture as a message, with `backdrop` (a CSS colour) behind what is transparent in it and
 * `density` pixels for each of its own (more than 1 for line drawings). Null where the page may not see its
 * pixels, or where there are none.
 */
export function encode(source: CanvasImageSource, part: Box, backdrop: string, density = 1): Picture | null {
	const scale = Math.min(density, Math.sqrt(MOST_PIXELS / (part.width * part.height)));
	const canvas = document.createElement("canvas");
	canvas.width = Math.round(part.width * scale);
	canvas.height = Math.round(part.height * scale);
	const context = canvas.getContext("2d");
	if (!context || canvas.width === 0 || canvas.height === 0) return null;
	context.fillStyle = backdrop;
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.imageSmoothingQuality = "high";
	context.drawImage(source, part.x, part.y, part.width, part.height, 0, 0, canvas.width, canvas.height);
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
