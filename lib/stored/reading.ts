import * as v from "valibot";
import { decodeGlyph } from "../glyph.ts";
import type { Refusal } from "../models/verdict.ts";
import type { Reading } from "../reading/reading.ts";
import { number } from "./sound-items.ts";

// Loose: what later versions add to a reading is kept.

const box = v.object({ x: number, y: number, width: number, height: number });

const reasons = ["blank", "not-a-digit", "several-digits", "unsure"] as const satisfies Refusal[];

/** A glyph as `encodeGlyph` writes it. */
export const GLYPH: v.GenericSchema<unknown, string> = v.pipe(v.string(), v.check(isGlyph));

function isGlyph(text: string): boolean {
	try {
		decodeGlyph(text);
		return true;
	} catch {
		return false;
	}
}

/** A reading that was stored. */
export const READING: v.GenericSchema<unknown, Reading> = v.looseObject({
	text: v.string(),
	digits: v.array(
		v.looseObject({
			digit: v.string(),
			confidence: number,
			alternatives: v.array(v.tuple([v.string(), number])),
			box,
			line: v.pipe(number, v.integer(), v.minValue(0)),
			glyph: GLYPH,
			before: v.optional(v.string()),
		}),
	),
	rejected: v.array(
		v.looseObject({
			box,
			reason: v.picklist(reasons),
			best: v.string(),
			confidence: number,
			readAs: v.optional(v.string()),
		}),
	),
});
