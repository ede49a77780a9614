/** Pictures with more pixels are refused before they are decoded: at 4 bytes a pixel this is 400 MB. */
export const MOST_PIXELS = 100e6;

/** An expected failure; its message is a sentence for the person. */
export class PictureError extends Error {}

/** Throws a PictureError where a picture of this size is too large to be read. */
export function checkSize(width: number, height: number): void {
	if (width * height > MOST_PIXELS)
		throw new PictureError(
			`The picture has ${width} by ${height} pixels, which is too large (at most ${MOST_PIXELS / 1e6} megapixels). Cut out the part with the digits.`,
		);
}
