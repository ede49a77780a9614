import { decodeGlyph, GLYPH_SIDE } from "../glyph.ts";
import type { DigitCorrection } from "./draft.ts";

/**
 * Corrections as JSON: a list of `{time, digit, read, pixels}`, where the pixels are the 28 rows of what the model saw, 0
 * for paper to 255 for ink, as MNIST has them; times as ISO 8601.
 */
export function correctionsToJson(
	corrections: readonly (DigitCorrection & { readonly at: number })[],
): string {
	const items = corrections.map(({ at, digit, read, glyph }) => {
		const pixels = [...decodeGlyph(glyph)].map((ink) => Math.round(ink * 255));
		const rows = Array.from({ length: GLYPH_SIDE }, (_, y) =>
			pixels.slice(y * GLYPH_SIDE, (y + 1) * GLYPH_SIDE),
		);
		const head = { time: new Date(at).toISOString(), digit: Number(digit), read: Number(read) };
		return `${JSON.stringify(head).slice(0, -1)},"pixels":[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}]}`;
	});
	return `[${items.join(",\n")}]\n`;
}
