import type { Box } from "../geometry.ts";
import type { Pixels } from "../image/pixels.ts";
import { userError } from "../user-error.ts";
import { formatMegabytes } from "./language.ts";
import { MAX_PIXELS, tooLarge } from "./picture-limits.ts";

/** Larger files are not read: they would keep the one worker busy for seconds. Bytes. */
const MAX_BYTES = 64 * 2 ** 20;

/**
 * The pixels of a picture file (PNG, JPEG, WebP, GIF, BMP, AVIF; of an animation the first frame), turned
 * upright as its EXIF data says. Throws a UserError when it is none, too large or empty; what is too large is not even
 * decoded.
 */
export async function decodePicture(file: Blob): Promise<Pixels> {
	if (file.size > MAX_BYTES)
		throw userError("error.pictureBytes", {
			size: formatMegabytes(file.size),
			most: formatMegabytes(MAX_BYTES),
		});
	const size = await tooLarge(file);
	if (size) throw userError("error.picturePixels", { ...size });
	const bitmap = await createImageBitmap(file).catch(() => {
		throw userError("error.pictureBroken");
	});
	try {
		return pixelsOf(bitmap, { x: 0, y: 0, width: bitmap.width, height: bitmap.height });
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
