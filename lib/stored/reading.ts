import * as v from "valibot";
import { decodeGlyph } from "../glyph.ts";
import type { Refusal } from "../models/verdict.ts";
import { type Reading, textOf } from "../reading/reading.ts";
import { number } from "./sound-items.ts";

// Loose: what later versions add to a reading is kept.

const size = v.pipe(number, v.minValue(0));
const box = v.object({ x: number, y: number, width: size, height: size });
const digit = v.pipe(v.string(), v.regex(/^[0-9]$/));
/** Sums of single-precision numbers may end a little above. */
const probability = v.pipe(number, v.minValue(0), v.maxValue(1 + 1e-6));
const place = v.pipe(number, v.integer(), v.minValue(0));
/** Rows or columns of a table: more cells than any paper has would keep whoever shows them busy. */
const cells = v.pipe(number, v.integer(), v.minValue(1), v.maxValue(1000));

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

const alternatives = v.array(v.tuple([digit, probability]));

/** A reading that was stored. */
export const READING: v.GenericSchema<unknown, Reading> = v.pipe(
	v.looseObject({
		text: v.string(),
		digits: v.array(
			v.looseObject({
				digit,
				confidence: probability,
				alternatives,
				box,
				line: place,
				glyph: GLYPH,
				before: v.exactOptional(v.string()),
				after: v.exactOptional(v.string()),
				cell: v.exactOptional(v.object({ row: place, column: place })),
			}),
		),
		rejected: v.array(
			v.looseObject({
				box,
				reason: v.picklist(reasons),
				best: digit,
				confidence: probability,
				alternatives: v.exactOptional(alternatives),
				glyph: v.exactOptional(GLYPH),
				readAs: v.exactOptional(v.string()),
			}),
		),
		turned: v.exactOptional(v.picklist([90, 180, 270])),
		grid: v.exactOptional(v.object({ rows: cells, columns: cells })),
		tooMuch: v.exactOptional(v.literal(true)),
		expected: v.exactOptional(v.pipe(number, v.integer(), v.minValue(1))),
	}),
	v.check(({ text, digits }) => text === textOf(digits)),
	v.check(({ digits, grid }) =>
		digits.every(({ cell }) => !cell || !grid || (cell.row < grid.rows && cell.column < grid.columns)),
	),
);
