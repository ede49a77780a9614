import { matteOf } from "../image/gray.ts";
import type { Pixels } from "../image/pixels.ts";

/** The room that a thumbnail fits in, in pixels. */
const WIDTH = 192;
const HEIGHT = 64;

/** A picture made small, as a `data:` address of a few kilobytes. */
export async function thumbnailOf({ width, height, data }: Pixels): Promise<string> {
	const scale = Math.min(1, WIDTH / width, HEIGHT / height);
	const full = new OffscreenCanvas(width, height);
	full.getContext("2d")!.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
	const small = new OffscreenCanvas(Math.max(1, width * scale), Math.max(1, height * scale));
	const context = small.getContext("2d")!;
	// A JPEG has no transparency, and ink must not vanish in what stands for it.
	context.fillStyle = matteOf(data) === 0 ? "black" : "white";
	context.fillRect(0, 0, small.width, small.height);
	context.imageSmoothingQuality = "high";
	context.drawImage(full, 0, 0, small.width, small.height);
	const file = await small.convertToBlob({ type: "image/jpeg", quality: 0.7 });
	const bytes = new Uint8Array(await file.arrayBuffer());
	return `data:${file.type};base64,${btoa(String.fromCharCode(...bytes))}`;
}
