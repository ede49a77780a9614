import { matteOf } from "../image/gray.ts";
import type { Pixels } from "../image/pixels.ts";

interface Room {
	readonly width: number;
	readonly height: number;
	/** Of a JPEG, 0..1. */
	readonly quality: number;
}

/** The room that a thumbnail fits in, in pixels. */
const THUMBNAIL: Room = { width: 192, height: 64, quality: 0.7 };
/** And a picture that can be read once more. */
const LEGIBLE: Room = { width: 1000, height: 800, quality: 0.8 };

/** A picture made small, as a `data:` address of a few kilobytes. */
export const thumbnailOf = (pixels: Pixels): Promise<string> => fitted(pixels, THUMBNAIL);

/** A picture as large as it takes to be read once more, as a `data:` address of some ten kilobytes. */
export const legible = (pixels: Pixels): Promise<string> => fitted(pixels, LEGIBLE);

async function fitted({ width, height, data }: Pixels, room: Room): Promise<string> {
	const scale = Math.min(1, room.width / width, room.height / height);
	const full = new OffscreenCanvas(width, height);
	full.getContext("2d")!.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
	const small = new OffscreenCanvas(Math.max(1, width * scale), Math.max(1, height * scale));
	const context = small.getContext("2d")!;
	// A JPEG has no transparency, and ink must not vanish in what stands for it.
	context.fillStyle = matteOf(data) === 0 ? "black" : "white";
	context.fillRect(0, 0, small.width, small.height);
	context.imageSmoothingQuality = "high";
	context.drawImage(full, 0, 0, small.width, small.height);
	const file = await small.convertToBlob({ type: "image/jpeg", quality: room.quality });
	const bytes = new Uint8Array(await file.arrayBuffer());
	return `data:${file.type};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))}`;
}
