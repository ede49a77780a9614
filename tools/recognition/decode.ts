import sharp from "sharp";
import type { Pixels } from "../../lib/image/pixels.ts";
import { decodeBmp, isBmp } from "./bmp.ts";
import { checkSize, MOST_PIXELS, PictureError } from "./picture-error.ts";

/**
 * The pixels of a picture file (PNG, JPEG, WebP, GIF, BMP and what else sharp reads), turned upright as its
 * EXIF data says; of an animation the first frame. Rejects with a PictureError when it cannot be read.
 */
export async function decodePicture(bytes: Uint8Array): Promise<Pixels> {
	if (bytes.length === 0) throw new PictureError("The file is empty.");
	if (isBmp(bytes)) return decodeBmp(bytes);
	const { format, width, height } = await sharp(bytes, { limitInputPixels: false })
		.metadata()
		.catch(() => {
			throw new PictureError("This is no picture in a format that can be read (PNG, JPEG, WebP, GIF, BMP).");
		});
	// A drawing of a few lines may take hours to draw (filters within filters), and nothing can end that.
	if (format === "svg") throw new PictureError("SVG drawings are not read here. Save it as PNG.");
	checkSize(width, height);
	try {
		const { data, info } = await sharp(bytes, { failOn: "truncated", limitInputPixels: MOST_PIXELS })
			.autoOrient()
			.toColourspace("srgb")
			.ensureAlpha()
			.raw({ depth: "uchar" })
			.toBuffer({ resolveWithObject: true });
		return {
			width: info.width,
			height: info.height,
			data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length),
		};
	} catch {
		throw new PictureError("The picture is broken or cut short. Try to save or download it again.");
	}
}
