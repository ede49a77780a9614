import type { Box } from "./geometry.ts";
import type { Refusal } from "./models/verdict.ts";

/** One digit that was read. */
export interface ReadDigit {
	readonly digit: string;
	/** Calibrated probability 0..1 that `digit` is right. */
	readonly confidence: number;
	/** The other digits with their probabilities, most probable first. */
	readonly alternatives: readonly (readonly [digit: string, probability: number])[];
	/** Where it stands, in the units of the input (pixels of the picture, units of the ink). */
	readonly box: Box;
	/** Index of the line of writing that it belongs to, from the top. */
	readonly line: number;
	/** What the model saw, as `encodeGlyph` writes it. */
	readonly glyph: string;
}

/** A piece of ink that was looked at and not read. */
export interface RejectedPiece {
	readonly box: Box;
	readonly reason: Refusal;
	/** The digit it resembles most, and with what probability. */
	readonly best: string;
	readonly confidence: number;
}

/** The answer to every input, plain JSON so that it can be sent and stored: lines of digits in reading order, and what was left out. */
export interface Reading {
	/** The digits alone, lines separated by "\n". Empty when nothing was read. */
	readonly text: string;
	readonly digits: readonly ReadDigit[];
	readonly rejected: readonly RejectedPiece[];
}
