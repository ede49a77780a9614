import type { Box } from "../geometry.ts";
import type { Refusal, Verdict } from "../models/verdict.ts";

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
	/** What stands between it and the digit before it on its line: a space, ".", ",", "-" or "/". */
	readonly before?: string;
}

/** A piece of ink that was looked at and not read. */
export interface RejectedPiece {
	readonly box: Box;
	readonly reason: Refusal;
	/** The digit it resembles most, and with what probability. */
	readonly best: string;
	readonly confidence: number;
	/** What it was read as instead, between two digits: as in `ReadDigit.before`, but no space. */
	readonly readAs?: string;
}

/** The answer to every input, plain JSON so that it can be sent and stored: lines of digits in reading order, and what was left out. */
export interface Reading {
	/** The digits alone, lines separated by "\n". Empty when nothing was read. */
	readonly text: string;
	readonly digits: readonly ReadDigit[];
	readonly rejected: readonly RejectedPiece[];
}

/** A character that was classified, before it is told whether it is read or rejected. */
export interface Piece {
	readonly line: number;
	readonly box: Box;
	/** As `encodeGlyph` writes it. */
	readonly glyph: string;
	readonly verdict: Verdict;
	/** As in `ReadDigit`; of rejected pieces it is not looked at. */
	readonly before?: string;
}

/** The reading of classified pieces, which come in reading order. */
export function compose(pieces: readonly Piece[]): Reading {
	const digits: ReadDigit[] = [];
	const rejected: RejectedPiece[] = [];
	for (const [i, { line, box, glyph, verdict, before }] of pieces.entries()) {
		const ranking = Array.from(verdict.probabilities, (p, digit) => [String(digit), p] as const).sort(
			(a, b) => b[1] - a[1],
		);
		const [digit, confidence] = ranking[0];
		if (verdict.refusal) {
			// A mark that was read is the one right before its digit.
			const next = pieces[i + 1];
			const readAs = next && !next.verdict.refusal && next.before?.trim();
			rejected.push({ box, reason: verdict.refusal, best: digit, confidence, ...(readAs && { readAs }) });
		} else
			digits.push({
				digit,
				confidence,
				alternatives: ranking.slice(1),
				box,
				line,
				glyph,
				...(before && { before }),
			});
	}
	return { text: textOf(digits), digits, rejected };
}

/** The pieces that are no part of the number, not even between its digits. */
export function unread({ rejected }: Pick<Reading, "rejected">): RejectedPiece[] {
	return rejected.filter(({ readAs }) => !readAs);
}

/** The digits alone, a line break wherever the line changes. */
export function textOf(digits: readonly Pick<ReadDigit, "digit" | "line">[]): string {
	return digits
		.map(({ digit, line }, i) => (i > 0 && line !== digits[i - 1].line ? `\n${digit}` : digit))
		.join("");
}

/** The reading for people: its digits with the gaps, points, commas, minuses and slashes between them. */
export function displayText({ digits }: Pick<Reading, "digits">): string {
	return digits
		.map(({ digit, line, before = "" }, i) => {
			const isNewLine = i > 0 && line !== digits[i - 1].line;
			return `${isNewLine ? "\n" : ""}${before}${digit}`;
		})
		.join("");
}
