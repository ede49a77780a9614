import { type PixelSize, pictureSize } from "../image/file-size.ts";

/** Larger pictures are not read: their pixels alone would take more than 200 MB. */
export const MAX_PIXELS = 50e6;

/** The size of the picture in a file where it is too large to be decoded, else null. */
export async function tooLarge(file: Blob): Promise<PixelSize | null> {
	return tooManyPixels(new Uint8Array(await file.arrayBuffer()));
}

/** The same of the bytes of a file. */
export function tooManyPixels(file: Uint8Array): PixelSize | null {
	const size = pictureSize(file);
	return size && size.width * size.height > MAX_PIXELS ? size : null;
}
