/** Side of a glyph in pixels, as in MNIST. */
export const GLYPH_SIDE = 28;

/** The longer side of the ink inside a glyph, in glyph pixels (LeCun et al. 1998). */
export const INK_SIDE = 20;

/**
 * Where the centre of mass goes, in glyph pixels from the glyph's edge. MNIST has it in the middle of pixel 14:
 * the mean over its training digits is 14.50, 14.49.
 */
export const GLYPH_CENTRE = 14.5;

/** Number of pixels of a glyph. */
export const GLYPH_SIZE = GLYPH_SIDE * GLYPH_SIDE;

/**
 * One character as a network sees it: 28x28, row by row, 0 = background, 1 = ink, the longer side of the
 * ink `INK_SIDE`, its centre of mass at `GLYPH_CENTRE` (the MNIST convention).
 */
export type Glyph = Float32Array;

/** The shift along one axis that brings the centre of mass to the glyph's centre and keeps the whole ink inside. */
export function centringShift(centreOfMass: number, low: number, high: number): number {
	return Math.min(Math.max(GLYPH_CENTRE - centreOfMass, -low), GLYPH_SIDE - high);
}

/** A glyph as text (base64 of 784 bytes, 0..255), small enough to send and to store with a reading. */
export function encodeGlyph(glyph: Glyph): string {
	return btoa(String.fromCharCode(...glyph.map((ink) => Math.round(ink * 255))));
}

/** A glyph as people read it: 28 lines of 28 numbers, 0 for paper to 255 for ink, between tabs. */
export function glyphNumbers(glyph: Glyph): string {
	const rows = Array.from({ length: GLYPH_SIDE }, (_, row) =>
		[...glyph.slice(row * GLYPH_SIDE, (row + 1) * GLYPH_SIDE)].map((ink) => Math.round(ink * 255)).join("\t"),
	);
	return `${rows.join("\n")}\n`;
}

/** The glyph that `encodeGlyph` wrote, exact to 1/255. Throws a RangeError when it is not 784 bytes. */
export function decodeGlyph(text: string): Glyph {
	const bytes = atob(text);
	if (bytes.length !== GLYPH_SIZE)
		throw new RangeError(`a glyph has ${GLYPH_SIZE} bytes, not ${bytes.length}`);
	return Float32Array.from(bytes, (byte) => byte.charCodeAt(0) / 255);
}
