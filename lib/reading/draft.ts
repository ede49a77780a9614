import { type Block, blocksOf, type ReadDigit, type Reading, type ShownDigit, textOf } from "./reading.ts";

/** A character of a reading as a person may change it. */
export interface Character {
	/** A digit or a sign as it stands now; empty where a person took it away. */
	readonly text: string;
	/** What was read in its place; empty where a person put it in. */
	readonly read: string;
	/** Of a digit that was read: its index among the digits of the reading. */
	readonly index?: number;
	/** Kept, but neither shown nor copied: what stands between digits where only those are wanted. */
	readonly hidden?: true;
}

/** A line of writing, or a cell of a table: what one caret moves in. */
export type Field = readonly Character[];

/** What stands below each other in a draft. */
export type DraftBlock =
	| { readonly kind: "line"; readonly field: Field }
	| { readonly kind: "table"; readonly rows: readonly (readonly Field[])[] };

/** A reading as text that can be edited. Its fields are counted in reading order, cells row by row. */
export interface Draft {
	readonly blocks: readonly DraftBlock[];
}

/** A digit of a draft: as it was read, or as a person has put it there. */
export interface DraftDigit extends ReadDigit {
	readonly corrected: boolean;
}

/** The reading as it was read; `separators` says whether more than its digits is shown. */
export function draftOf(reading: Pick<Reading, "digits" | "grid">, separators = true): Draft {
	const signs = (text: string): Character[] =>
		[...text].map((sign) => ({ text: sign, read: sign, ...(!separators && { hidden: true }) }));
	const field = (digits: readonly ShownDigit[]): Field =>
		digits.flatMap(({ index, digit, before, after }) => [
			...signs(before),
			{ text: digit, read: digit, index },
			...signs(after),
		]);
	return {
		blocks: blocksOf(reading).map((block: Block) =>
			block.kind === "line"
				? { kind: "line", field: field(block.digits) }
				: { kind: "table", rows: block.rows.map((row) => row.map(field)) },
		),
	};
}

/** A text as it is kept, nothing of it being known but what it says: the lines with tabs are the rows of a table. */
export function draftOfText(text: string): Draft {
	const lines = text.split("\n");
	const field = (line: string): Field => [...line].map((character) => ({ text: character, read: character }));
	const asLine = (line: string): DraftBlock => ({ kind: "line", field: field(line) });
	const first = lines.findIndex((line) => line.includes("\t"));
	if (first < 0) return { blocks: lines.map(asLine) };
	const end = lines.findLastIndex((line) => line.includes("\t")) + 1;
	const rows = lines.slice(first, end).map((line) => line.split("\t"));
	const columns = Math.max(...rows.map((row) => row.length));
	return {
		blocks: [
			...lines.slice(0, first).map(asLine),
			{
				kind: "table",
				rows: rows.map((row) => Array.from({ length: columns }, (_, i) => field(row[i] ?? ""))),
			},
			...lines.slice(end).map(asLine),
		],
	};
}

/** Every field in reading order. */
export function fieldsOf({ blocks }: Draft): Field[] {
	return blocks.flatMap((block) => (block.kind === "line" ? [block.field] : block.rows.flat()));
}

/** The characters of a field that are to be seen. */
export function shownIn(field: Field): Character[] {
	return field.filter(({ text, hidden }) => text !== "" && !hidden);
}

/** What a field shows. */
export function textIn(field: Field): string {
	return shownIn(field)
		.map(({ text }) => text)
		.join("");
}

/** The whole draft as people see and copy it: a line each, the cells of a row with tabs between them. */
export function draftText(draft: Draft, write: (field: Field) => string = textIn): string {
	return draft.blocks
		.map((block) =>
			block.kind === "line"
				? write(block.field)
				: block.rows.map((row) => row.map(write).join("\t")).join("\n"),
		)
		.join("\n");
}

/** The same with what is hidden in it. */
export function draftTextWhole(draft: Draft): string {
	return draftText(draft, (field) => field.map(({ text }) => text).join(""));
}

/** What the cells of a draft hold, row by row; null where it has none. */
export function draftTable({ blocks }: Draft): string[][] | null {
	const table = blocks.find(({ kind }) => kind === "table");
	return table?.kind === "table" ? table.rows.map((row) => row.map(textIn)) : null;
}

/** Whether a person has put this character there, or another one in its place. */
export const isCorrected = ({ text, read }: Character): boolean => text !== read;

export const isDigit = (text: string): boolean => /^\d$/.test(text);

/**
 * The reading as if it had been read so. A digit that a person put in has the place of its neighbour; what a person has
 * put there is sure. Signs in a field without digits are part of no reading.
 */
export function editedReading(
	draft: Draft,
	reading: Reading,
): Omit<Reading, "digits"> & { readonly digits: readonly DraftDigit[] } {
	const digits: DraftDigit[] = [];
	const add = (field: Field, line: number, cell?: ReadDigit["cell"]) => {
		let before = "";
		let last: DraftDigit | undefined;
		const shown = shownIn(field);
		for (const [i, character] of shown.entries()) {
			if (!isDigit(character.text)) {
				before += character.text;
				continue;
			}
			last = { ...digitOf(character, neighbour(shown, i, reading)), line, ...(before && { before }) };
			if (cell) last = { ...last, cell };
			digits.push(last);
			before = "";
		}
		if (last && before) digits[digits.length - 1] = { ...last, after: before };
	};
	let line = 0;
	for (const block of draft.blocks)
		if (block.kind === "line") add(block.field, line++);
		else
			for (const [row, fields] of block.rows.entries()) {
				for (const [column, field] of fields.entries()) add(field, line, { row, column });
				line++;
			}
	return { ...reading, text: textOf(digits), digits };
}

function digitOf(character: Character, read: ReadDigit | undefined): DraftDigit {
	const { before: _, after: __, cell: ___, ...rest } = read ?? UNSEEN;
	return isCorrected(character)
		? { ...rest, digit: character.text, confidence: 1, corrected: true }
		: { ...rest, digit: character.text, corrected: false };
}

/** Of what nobody saw: the digit that a person put where nothing was read. */
const UNSEEN: ReadDigit = {
	digit: "",
	confidence: 1,
	alternatives: [],
	box: { x: 0, y: 0, width: 0, height: 0 },
	line: 0,
	glyph: "",
};

/** The digit that was read here, else the place of the nearest one of this field. */
function neighbour(shown: readonly Character[], at: number, { digits }: Reading): ReadDigit | undefined {
	const own = shown[at].index;
	if (own !== undefined) return digits[own];
	const near = shown
		.map(({ index }, i) => ({ index, distance: Math.abs(i - at) }))
		.filter(({ index }) => index !== undefined)
		.sort((a, b) => a.distance - b.distance)
		.at(0)?.index;
	return near === undefined ? undefined : { ...UNSEEN, box: digits[near].box };
}

/** What a person has said a digit is that was read as another one. */
export interface DigitCorrection {
	/** What the model saw, as `encodeGlyph` writes it. */
	readonly glyph: string;
	readonly digit: string;
	readonly read: string;
}

/** Every digit that a person has put right, with what the model saw of it. */
export function correctionsIn(draft: Draft, { digits }: Pick<Reading, "digits">): DigitCorrection[] {
	return fieldsOf(draft).flatMap((field) =>
		field.flatMap((character) => {
			const { index, text, read } = character;
			return index !== undefined && isCorrected(character) && isDigit(text)
				? [{ glyph: digits[index].glyph, digit: text, read }]
				: [];
		}),
	);
}
