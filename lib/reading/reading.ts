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
	/**
	 * What stands between it and the digit before it on its line: a space, a point, a comma, signs. Before the first
	 * digit of a line, signs.
	 */
	readonly before?: string;
	/** Of the last digit of a line: the signs that follow it. */
	readonly after?: string;
	/** Where the paper has rows and columns: in which cell it stands, from 0. */
	readonly cell?: Cell;
}

/** A place in the rows and columns of the paper. */
export interface Cell {
	readonly row: number;
	readonly column: number;
}

/** A piece of ink that was looked at and not read. */
export interface RejectedPiece {
	readonly box: Box;
	readonly reason: Refusal;
	/** The digit it resembles most, and with what probability. */
	readonly best: string;
	readonly confidence: number;
	/** As in `ReadDigit`, to be looked at; of hundreds of pieces only the first have them. */
	readonly alternatives?: ReadDigit["alternatives"];
	readonly glyph?: string;
	/** The sign or mark that it was read as instead, beside digits. */
	readonly readAs?: string;
}

/** So many refused pieces can be looked at: a picture of leaves has a thousand, and each is a kilobyte. */
const LOOKED_AT = 40;

/**
 * The answer to every input, plain JSON so that it can be sent and stored: lines of digits in reading order, and what
 * was left out.
 */
export interface Reading {
	/** The digits alone, lines separated by "\n". Empty when nothing was read. */
	readonly text: string;
	readonly digits: readonly ReadDigit[];
	readonly rejected: readonly RejectedPiece[];
	/** By how many degrees clockwise the picture was turned to be read, where it was. */
	readonly turned?: 90 | 180 | 270;
	/** How many rows and columns of cells the paper has, empty ones too; `tableOf` says what is in them. */
	readonly grid?: { readonly rows: number; readonly columns: number };
	/** How many boxes for a digit each the paper has, where they hold the number. */
	readonly boxes?: number;
	/** There is more writing, or texture, than can be read at once: nothing was. */
	readonly tooMuch?: true;
	/** How many digits the person expected of every line, where that was told and the paper has no cells. */
	readonly expected?: number;
}

/** A character that was classified, before it is told whether it is read or rejected. */
export interface Piece {
	readonly line: number;
	readonly box: Box;
	/** As `encodeGlyph` writes it. */
	readonly glyph: string;
	readonly verdict: Verdict;
	/** As in `ReadDigit`; of rejected pieces they are not looked at. */
	readonly before?: string;
	readonly after?: string;
	/** As in `RejectedPiece`. */
	readonly readAs?: string;
	readonly cell?: Cell;
}

/** The reading of classified pieces, which come in reading order. */
export function compose(pieces: readonly Piece[], grid?: Reading["grid"]): Reading {
	const digits: ReadDigit[] = [];
	const rejected: RejectedPiece[] = [];
	for (const { line, box, glyph, verdict, before, after, readAs, cell } of pieces) {
		const ranking = Array.from(verdict.probabilities, (p, digit) => [String(digit), p] as const).sort(
			(a, b) => b[1] - a[1],
		);
		const [digit, confidence] = ranking[0];
		if (verdict.refusal)
			rejected.push({
				box,
				reason: verdict.refusal,
				best: digit,
				confidence,
				...(rejected.length < LOOKED_AT && { alternatives: ranking.slice(1), glyph }),
				...(readAs && { readAs }),
			});
		else
			digits.push({
				digit,
				confidence,
				alternatives: ranking.slice(1),
				box,
				line,
				glyph,
				...(before && { before }),
				...(after && { after }),
				...(cell && { cell }),
			});
	}
	return { text: textOf(digits), digits, rejected, ...(grid && { grid }) };
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

/** A digit where it is shown: its index among the digits of the reading, and what is shown on both sides of it. */
export interface ShownDigit {
	readonly index: number;
	readonly digit: string;
	readonly before: string;
	readonly after: string;
}

/** What stands below each other: lines of digits, and a table as rows of cells, empty ones too. */
export type Block =
	| { readonly kind: "line"; readonly digits: readonly ShownDigit[] }
	| { readonly kind: "table"; readonly rows: readonly (readonly (readonly ShownDigit[])[])[] };

/** The blocks of a reading from the top: its lines, or its table with the lines above and below it. */
export function blocksOf({ digits, grid }: Pick<Reading, "digits" | "grid">): Block[] {
	const placed = digits.map(({ digit, line, before = "", after = "", cell }, index) => ({
		line,
		cell,
		shown: { index, digit, before, after },
	}));
	const lines = (some: typeof placed): Block[] =>
		[...Map.groupBy(some, ({ line }) => line).values()].map((line) => ({
			kind: "line",
			digits: line.map(({ shown }) => shown),
		}));
	if (!grid) return lines(placed);
	const rows = Array.from({ length: grid.rows }, () =>
		Array.from({ length: grid.columns }, (): ShownDigit[] => []),
	);
	for (const { cell, shown } of placed) {
		if (!cell) continue;
		const held = rows[cell.row][cell.column];
		// Before the first digit of a cell only a minus is its own: the rest stands between it and its neighbour.
		held.push(held.length === 0 && shown.before !== "-" ? { ...shown, before: "" } : shown);
	}
	const first = Math.max(
		0,
		placed.findIndex(({ cell }) => cell),
	);
	const outside = (some: typeof placed) => lines(some.filter(({ cell }) => !cell));
	return [...outside(placed.slice(0, first)), { kind: "table", rows }, ...outside(placed.slice(first))];
}

/** What the cells of the paper hold, row by row, as people see it; null where there are none. */
export function tableOf(reading: Pick<Reading, "digits" | "grid">): string[][] | null {
	const table = blocksOf(reading).find(({ kind }) => kind === "table");
	return table?.kind === "table" ? table.rows.map((row) => row.map(written)) : null;
}

/**
 * The reading for people: its digits with the gaps, points, commas and signs beside them. A table is rows of
 * cells with tabs between them, as spreadsheets take it.
 */
export function displayText(reading: Pick<Reading, "digits" | "grid">): string {
	return blocksOf(reading)
		.map((block) =>
			block.kind === "line"
				? written(block.digits)
				: block.rows.map((row) => row.map(written).join("\t")).join("\n"),
		)
		.join("\n");
}

/** Digits with what is shown beside them. */
export function written(digits: readonly ShownDigit[]): string {
	return digits.map(({ digit, before, after }) => before + digit + after).join("");
}
