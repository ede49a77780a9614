import { SIGNS } from "../models/signs.ts";
import {
	type Character,
	type Draft,
	type DraftBlock,
	draftOfText,
	draftText,
	type Field,
	fieldsOf,
	isDigit,
	shownIn,
	textIn,
} from "./draft.ts";

/** A caret, or what is selected from `start` to `end`, among the characters that a field shows. */
export interface Cursor {
	/** Which of the fields of the draft. */
	readonly field: number;
	readonly start: number;
	readonly end: number;
}

export interface Edit {
	readonly draft: Draft;
	readonly cursor: Cursor;
}

/** What a reading may hold beside digits. */
const BETWEEN: ReadonlySet<string> = new Set([...SIGNS, " ", ".", ","]);
/** What keyboards have for what a reading shows. */
const TYPED: Readonly<Record<string, string>> = { "*": "×", x: "×", X: "×", "−": "-", "–": "-" };

/** What of a text a reading can hold, as it writes it: digits of any script, and a space for whatever parts them. */
export function admitted(text: string): string {
	return [...text]
		.map(plain)
		.map((character) => TYPED[character] ?? character)
		.filter((character) => isDigit(character) || BETWEEN.has(character))
		.join("");
}

/** How far the full forms of East Asian keyboards are from ASCII (Unicode, block FF00). */
const FULL_WIDTH = 0xfee0;

/** A character as ASCII has it, where it is a digit of any script, a space of any kind or a full form. */
function plain(character: string): string {
	const code = character.codePointAt(0)!;
	if (/\s/.test(character)) return " ";
	if (/[\uff01-\uff5e]/.test(character)) return String.fromCodePoint(code - FULL_WIDTH);
	if (!DECIMAL.test(character)) return character;
	// The digits of a script stand in a row from its zero on, and such rows may follow each other (Unicode, 4.6).
	let first = code;
	while (DECIMAL.test(String.fromCodePoint(first - 1))) first--;
	return String((code - first) % 10);
}

const DECIMAL = /\p{Nd}/u;

/**
 * A field after a person has changed its text, in whatever way: the new text, and where the caret then stands. What a
 * reading cannot hold does not come in, and takes nothing away either: what was selected then stays so.
 * Digits that take the place of as many that were read are those, put right.
 */
export function retyped(draft: Draft, at: number, text: string, caret: number): Edit {
	const field = fieldsOf(draft)[at];
	const before = textIn(field);
	// All that stands behind the caret was there before.
	const behind = Math.min(text.length - caret, before.length);
	const after = before.endsWith(text.slice(text.length - behind)) ? behind : commonEnd(before, text);
	const start = commonStart(before, text, Math.min(before.length, text.length) - after);
	const put = text.slice(start, text.length - after);
	const typed = admitted(put);
	if (put !== "" && typed === "") return { draft, cursor: { field: at, start, end: before.length - after } };
	const place = start + typed.length;
	return {
		draft: withField(draft, at, replaced(field, start, before.length - after, typed)),
		cursor: { field: at, start: place, end: place },
	};
}

/** The field with other text in the place of its shown characters from `start` to `end`. */
function replaced(field: Field, start: number, end: number, text: string): Field {
	const shown = shownIn(field);
	const from = start === 0 ? 0 : field.indexOf(shown[start - 1]) + 1;
	const to = end === shown.length ? field.length : field.indexOf(shown[end]);
	const gap = field.slice(from, to);
	const hidden = gap.filter((character) => character.hidden);
	// What was read here and is taken away stays to be put right.
	const gone = gap
		.filter((character) => !character.hidden && character.read !== "")
		.map((character): Character => ({ ...character, text: "" }));
	const digits = gone.filter(({ index }) => index !== undefined);
	const signs = gone.filter(({ index }) => index === undefined);
	const isOneToOne = [...text].filter(isDigit).length === digits.length;
	const put = [...text].map((character): Character => {
		const same = isDigit(character)
			? isOneToOne
				? digits.shift()
				: undefined
			: signs.splice(
					signs.findIndex(({ read }) => read === character),
					signs.some(({ read }) => read === character) ? 1 : 0,
				)[0];
		return { ...(same ?? { read: "" }), text: character };
	});
	return [...field.slice(0, from), ...hidden, ...put, ...digits, ...signs, ...field.slice(to)];
}

/** A line ends at this place, and what follows begins a new one; null in a cell, which has one line. */
export function splitLine(draft: Draft, at: number, place: number): Edit | null {
	const found = lineOf(draft, at);
	if (!found) return null;
	const { field, block } = found;
	const shown = shownIn(field);
	const cut = place === shown.length ? field.length : field.indexOf(shown[place]);
	const lines: DraftBlock[] = [
		{ kind: "line", field: field.slice(0, cut) },
		{ kind: "line", field: field.slice(cut) },
	];
	return {
		draft: { blocks: draft.blocks.toSpliced(block, 1, ...lines) },
		cursor: { field: at + 1, start: 0, end: 0 },
	};
}

/** A line goes on with the one below it; null where one of them is none. */
export function joinLines(draft: Draft, at: number): Edit | null {
	const upper = lineOf(draft, at);
	const lower = lineOf(draft, at + 1);
	if (!upper || !lower) return null;
	const place = shownIn(upper.field).length;
	const line: DraftBlock = { kind: "line", field: [...upper.field, ...lower.field] };
	return {
		draft: { blocks: draft.blocks.toSpliced(upper.block, 2, line) },
		cursor: { field: at, start: place, end: place },
	};
}

/**
 * A reading as a person has left it before, of which the text alone is known. What stands in other lines or cells than
 * it was read in is taken for put there anew.
 */
export function leftAs(draft: Draft, text: string): Draft {
	const left = draftOfText(text);
	if (frameOf(draftText(draft)) === frameOf(text))
		return fieldsOf(left).reduce((now, field, at) => retyped(now, at, textIn(field), 0).draft, draft);
	const anew = mapFields(left, (field) =>
		field.filter(({ text }) => admitted(text) === text).map(({ text }) => ({ text, read: "" })),
	);
	// What was read stays to be put right.
	const gone = fieldsOf(draft).flatMap((field) => field.map((character) => ({ ...character, text: "" })));
	return withField(anew, 0, [...fieldsOf(anew)[0], ...gone]);
}

/** The ends of lines and cells in a text. */
const frameOf = (text: string) => text.replaceAll(/[^\n\t]/g, "");

/** Where two states of a draft differ, so that the eye is led there: the caret behind what is new. */
export function changeBetween(before: Draft, after: Draft): Cursor {
	const old = fieldsOf(before).map(textIn);
	const now = fieldsOf(after).map(textIn);
	const field = Math.max(
		0,
		now.findIndex((text, i) => text !== old[i]),
	);
	const [was, is] = [old[field] ?? "", now[field] ?? ""];
	const start = commonStart(was, is, Math.min(was.length, is.length));
	const place = Math.max(
		start,
		is.length - Math.min(commonEnd(was, is), was.length - start, is.length - start),
	);
	return { field, start: place, end: place };
}

/** The field above or below another one: the line, or in a table the cell of the same column; null at an end. */
export function fieldBeside(draft: Draft, at: number, step: 1 | -1): number | null {
	let first = 0;
	for (const block of draft.blocks) {
		const columns = block.kind === "line" ? 1 : (block.rows[0]?.length ?? 0);
		const count = block.kind === "line" ? 1 : block.rows.flat().length;
		if (at < first + count) {
			const next = at + step * columns;
			if (next >= first && next < first + count) return next;
			const beyond = step === 1 ? first + count : first - 1;
			return beyond >= 0 && beyond < fieldsOf(draft).length ? beyond : null;
		}
		first += count;
	}
	return null;
}

function withField(draft: Draft, at: number, field: Field): Draft {
	let count = 0;
	return mapFields(draft, (old) => (count++ === at ? field : old));
}

function mapFields(draft: Draft, how: (field: Field) => Field): Draft {
	return {
		blocks: draft.blocks.map((block) =>
			block.kind === "line"
				? { kind: "line", field: how(block.field) }
				: { kind: "table", rows: block.rows.map((row) => row.map((field) => how(field))) },
		),
	};
}

function lineOf(draft: Draft, at: number): { field: Field; block: number } | null {
	let first = 0;
	for (const [i, block] of draft.blocks.entries()) {
		if (block.kind === "line") {
			if (first === at) return { field: block.field, block: i };
			first++;
		} else first += block.rows.flat().length;
	}
	return null;
}

function commonStart(a: string, b: string, most: number): number {
	let length = 0;
	while (length < most && a[length] === b[length]) length++;
	return length;
}

function commonEnd(a: string, b: string): number {
	const most = Math.min(a.length, b.length);
	let length = 0;
	while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
	return length;
}
