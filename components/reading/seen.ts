import { type ReadDigit, type Reading, type RejectedPiece, unread } from "../../lib/reading/reading.ts";
import { probabilities } from "./probabilities.ts";

/** What a model saw, and how probable it found each answer. */
export interface Seen {
	/** As `encodeGlyph` writes it. */
	readonly glyph: string;
	/** The probability of each digit 0..9, by its value. */
	readonly digits: readonly number[];
	/** How probable it is that this is no digit. */
	readonly none: number;
	/** The digit that it was read as; of a piece that was refused, the one that it resembles most. */
	readonly best: string;
	/** The piece, where it was refused. */
	readonly refused?: RejectedPiece;
}

/** A digit as it was seen. */
export function seenDigit(digit: ReadDigit): Seen {
	const digits = probabilities(digit);
	return { glyph: digit.glyph, digits, none: noneOf(digits), best: digit.digit };
}

/** The pieces that were left out of the number and can be looked at; nothing is seen in what is blank. */
export function seenRefused(reading: Reading): Seen[] {
	return unread(reading).flatMap((piece) => {
		const { glyph, alternatives, best, confidence, reason } = piece;
		if (!glyph || !alternatives || reason === "blank") return [];
		const digits = probabilities({ digit: best, confidence, alternatives });
		return [{ glyph, digits, none: noneOf(digits), best, refused: piece }];
	});
}

/** What is left of 1: see `Verdict`. */
function noneOf(digits: readonly number[]): number {
	return Math.max(0, 1 - digits.reduce((sum, p) => sum + p, 0));
}
