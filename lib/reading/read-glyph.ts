import { decodeGlyph, GLYPH_SIDE } from "../glyph.ts";
import type { Classify } from "../models/verdict.ts";
import { compose, type Reading } from "./reading.ts";

/**
 * Reads a glyph as it is, without any preprocessing.
 *
 * @param glyph as `encodeGlyph` writes it; throws a RangeError when it is none
 */
export async function readGlyph(glyph: string, { classify }: { classify: Classify }): Promise<Reading> {
	const [verdict] = await classify([decodeGlyph(glyph)]);
	const box = { x: 0, y: 0, width: GLYPH_SIDE, height: GLYPH_SIDE };
	return compose([{ line: 0, box, glyph, verdict }]);
}
