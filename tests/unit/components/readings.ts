import { GLYPH_SIZE } from "../../../lib/glyph.ts";
import type { ReadDigit, Reading, RejectedPiece } from "../../../lib/reading/reading.ts";

const BOX = { x: 10, y: 10, width: 20, height: 30 };
const SOME_GLYPH = btoa("\x7f".repeat(GLYPH_SIZE));

/** A digit that was read with this confidence; the rest goes to the runner-up. */
export function digit(name: string, confidence = 0.99, runnerUp = "0"): ReadDigit {
	return {
		digit: name,
		confidence,
		alternatives: [[runnerUp, 1 - confidence]],
		box: BOX,
		line: 0,
		glyph: SOME_GLYPH,
	};
}

/** A reading of these lines, all digits sure unless given. */
export function readingOf(text: string, rest: Partial<Reading> = {}): Reading {
	const digits = text
		.split("\n")
		.flatMap((line, index) => [...line].map((d) => ({ ...digit(d), line: index })));
	return { text, digits, rejected: [], ...rest };
}

export function rejected(reason: RejectedPiece["reason"]): RejectedPiece {
	return { box: BOX, reason, best: "8", confidence: 0.41 };
}
