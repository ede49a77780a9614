import type { Box } from "../geometry.ts";
import type { Pixels } from "../image/pixels.ts";

/** Larger files are not read: they would keep the one worker busy for seconds. Bytes. */
const MAX_BYTES = 64 * 2 ** 20;

/** Larger pictures are not read: their pixels alone would take more than 200 MB. */
const MAX_PIXELS = 50e6;

/** An expected failure whose message is a sentence for the person. */
export class PictureError extends Error {}

/**
 * The pixels of a picture file (PNG, JPEG, WebP, GIF, BMP, AVIF; of an animation the first frame), turned
 * upright as its EXIF data says; only `part` of them when it is given. Throws a PictureError when it is none, too
 * large or empty.
 */
export async function decodePicture(file: Blob, part?: Box): Promise<Pixels> {
	if (file.size > MAX_BYTES)
		throw new PictureError(
			`This picture has ${megabytes(file.size)}; at most ${megabytes(MAX_BYTES)} are read.`,
		);
	const bitmap = await createImageBitmap(file).catch(() => {
		throw new PictureError("This picture could not be decoded. It may be broken or of an unknown format.");
	});
	try {
		return pixelsOf(bitmap, part ?? { x: 0, y: 0, width: bitmap.width, height: bitmap.height });
	} finally {
		bitmap.close();
	}
}

/** A rectangle of a bitmap, clipped to it; whole pixels. Throws a PictureError when nothing is left or too much. */
export function pixelsOf(bitmap: ImageBitmap, rect: Box): Pixels {
	const left = Math.max(0, Math.floor(rect.x));
	const top = Math.max(0, Math.floor(rect.y));
	const width = Math.min(bitmap.width, Math.ceil(rect.x + rect.width)) - left;
	const height = Math.min(bitmap.height, Math.ceil(rect.y + rect.height)) - top;
	if (!(width > 0 && height > 0))
		throw new PictureError("Nothing of it is visible. Scroll to it and try again.");
	if (width * height > MAX_PIXELS)
		throw new PictureError(
			`This picture has ${width} by ${height} pixels, which is too large. Select a part of it.`,
		);
	const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
	// Where a picture is transparent, paper is seen.
	context.fillStyle = "white";
	context.fillRect(0, 0, width, height);
	context.drawImage(bitmap, -left, -top);
	return context.getImageData(0, 0, width, height);
}

function megabytes(bytes: number): string {
	return `${Math.ceil(bytes / 2 ** 20)} MB`;
}
