import type { Box } from "../geometry.ts";
import type { Pixels } from "../image/pixels.ts";
import { userError } from "../user-error.ts";
import { formatMegabytes } from "./language.ts";

/** Larger files are not read: they would keep the one worker busy for seconds. Bytes. */
const MAX_BYTES = 64 * 2 ** 20;

/** Larger pictures are not read: their pixels alone would take more than 200 MB. */
const MAX_PIXELS = 50e6;

/**
 * The pixels of a picture file (PNG, JPEG, WebP, GIF, BMP, AVIF; of an animation the first frame), turned
 * upright as its EXIF data says; only `part` of them when it is given. Throws a UserError when it is none, too
 * large or empty.
 */
export async function decodePicture(file: Blob, part?: Box): Promise<Pixels> {
	if (file.size > MAX_BYTES)
		throw userError("error.pictureBytes", {
			size: formatMegabytes(file.size),
			most: formatMegabytes(MAX_BYTES),
		});
	const bitmap = await createImageBitmap(file).catch(() => {
		throw userError("error.pictureBroken");
	});
	try {
		return pixelsOf(bitmap, part ?? { x: 0, y: 0, width: bitmap.width, height: bitmap.height });
	} finally {
		bitmap.close();
	}
}

/** A rectangle of a bitmap, clipped to it; whole pixels, as transparent as they are. Throws a UserError when nothing is left or too much. */
export function pixelsOf(bitmap: ImageBitmap, rect: Box): Pixels {
	const left = Math.max(0, Math.floor(rect.x));
	const top = Math.max(0, Math.floor(rect.y));
	const width = Math.min(bitmap.width, Math.ceil(rect.x + rect.width)) - left;
	const height = Math.min(bitmap.height, Math.ceil(rect.y + rect.height)) - top;
	if (!(width > 0 && height > 0)) throw userError("error.pictureHidden");
	if (width * height > MAX_PIXELS) throw userError("error.picturePixels", { width, height });
	const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
	context.drawImage(bitmap, -left, -top);
	return context.getImageData(0, 0, width, height);
}
