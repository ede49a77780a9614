import * as fc from "fast-check";
import { expect, it } from "vitest";
import {
	correctionsIn,
	type Draft,
	draftOf,
	draftOfText,
	draftText,
	fieldsOf,
} from "../../../lib/reading/draft.ts";
import {
	admitted,
	changeBetween,
	fieldBeside,
	joinLines,
	leftAs,
	retyped,
	splitLine,
} from "../../../lib/reading/draft-edit.ts";

const LINE = draftOf({
	digits: [..."1572"].map((digit, x) => ({
		digit,
		confidence: 0.9,
		alternatives: [],
		box: { x, y: 0, width: 1, height: 1 },
		line: 0,
		glyph: digit,
	})),
});
/** What is put right in the line, as "read digit > digit". */
const right = (draft: Draft) =>
	correctionsIn(draft, {
		digits: [..."1572"].map((digit) => ({
			digit,
			confidence: 1,
			alternatives: [],
			box: { x: 0, y: 0, width: 1, height: 1 },
			line: 0,
			glyph: digit,
		})),
	}).map(({ read, digit }) => `${read}>${digit}`);

it.each([
	["a letter", "1a2", 2],
	["letters, pasted", "1abc2", 4],
])("leaves the digits alone over which %s was typed", (_, text, caret) => {
	expect(retyped(LINE, 0, text, caret)).toEqual({ draft: LINE, cursor: { field: 0, start: 1, end: 3 } });
});

it.each([
	["typed over", "1872", 2, "1872", 2, ["5>8"]],
	["put in between", "15672", 3, "15672", 3, []],
	["taken away", "172", 1, "172", 1, []],
	["put at the end", "15723", 5, "15723", 5, []],
	["two typed over two", "1342", 3, "1342", 3, ["5>3", "7>4"]],
	["one typed over two", "132", 2, "132", 2, []],
	["all of it pasted anew", "9999", 4, "9999", 4, ["1>9", "5>9", "7>9", "2>9"]],
	["a letter", "15a72", 3, "1572", 2, []],
	["a sign of the keyboard", "15*72", 3, "15×72", 3, []],
	["a digit of another keyboard, typed over", "1８72", 2, "1872", 2, ["5>8"]],
	["pasted from two cells", "1\t8", 3, "1 8", 3, []],
])("knows a digit that is %s", (_, text, caret, becomes, place, corrections) => {
	const { draft, cursor } = retyped(LINE, 0, text, caret);
	expect(draftText(draft)).toBe(becomes);
	expect(cursor).toEqual({ field: 0, start: place, end: place });
	expect(right(draft)).toEqual(corrections);
});

it("takes a digit that is typed where one was taken away for that one, put right", () => {
	const without = retyped(LINE, 0, "172", 1).draft;
	expect(right(retyped(without, 0, "1872", 2).draft)).toEqual(["5>8"]);
	expect(right(retyped(without, 0, "1572", 2).draft)).toEqual([]);
});

it.each([
	["nothing", "1572", []],
	["a digit", "1872", ["5>8"]],
	["a digit too much", "172", []],
	["a digit that was missed", "15672", []],
	["a line end", "15\n82", []],
	["a cell", "15\t82", []],
])("leaves a reading again as it was where %s was put right in it", (_, text, corrections) => {
	const draft = leftAs(LINE, text);
	expect(draftText(draft)).toBe(text);
	expect(right(draft)).toEqual(corrections);
	// Every digit of the reading is there, be it taken away.
	const named = fieldsOf(draft).flatMap((field) => field.flatMap(({ index }) => index ?? []));
	expect(named.sort()).toEqual([0, 1, 2, 3]);
});

it("knows which of two equal digits went", () => {
	const draft = draftOfText("1123");
	const second = retyped(draft, 0, "123", 1).draft.blocks[0];
	expect(second.kind === "line" && second.field.map(({ text }) => text)).toEqual(["1", "", "2", "3"]);
	const first = retyped(draft, 0, "123", 0).draft.blocks[0];
	expect(first.kind === "line" && first.field.map(({ text }) => text)).toEqual(["", "1", "2", "3"]);
});

it("shows what was typed, whatever was typed wherever", () => {
	const text = fc.string({ unit: fc.constantFrom(..."0123456789 .,-+×/()"), maxLength: 8 });
	fc.assert(
		fc.property(text, text, fc.nat(8), fc.nat(8), (old, put, a, b) => {
			const [start, end] = [Math.min(a, b, old.length), Math.min(Math.max(a, b), old.length)];
			const next = old.slice(0, start) + put + old.slice(end);
			const { draft, cursor } = retyped(draftOfText(old), 0, next, start + put.length);
			expect(draftText(draft)).toBe(next);
			expect(cursor.start).toBe(start + put.length);
		}),
	);
});

it("lets in what a reading can hold, and nothing else", () => {
	expect(admitted("1a2<b>x−²½")).toBe("12×-");
	expect(admitted("１２＋３％ ٤٧ ४७ 𝟜𝟚")).toBe("12+3% 47 47 42");
	expect(admitted("1\n2\t3\u00a04\u202f5")).toBe("1 2 3 4 5");
	expect(admitted("(1+2)×3=9 #4%:5/6.7,8÷-")).toBe("(1+2)×3=9 #4%:5/6.7,8÷-");
});

it("parts a line in two, and makes one of two", () => {
	const parted = splitLine(LINE, 0, 2)!;
	expect(draftText(parted.draft)).toBe("15\n72");
	expect(parted.cursor).toEqual({ field: 1, start: 0, end: 0 });
	const joined = joinLines(parted.draft, 0)!;
	expect(draftText(joined.draft)).toBe("1572");
	expect(joined.cursor).toEqual({ field: 0, start: 2, end: 2 });
	expect(right(retyped(joined.draft, 0, "1872", 2).draft)).toEqual(["5>8"]);
	expect(joinLines(LINE, 0)).toBeNull();
	expect(joinLines(LINE, -1)).toBeNull();
});

const TABLE = draftOfText("8\n1\t2\t3\n4\t5\t6\n9\n0");

it("leaves a table its cells", () => {
	expect(splitLine(TABLE, 1, 0)).toBeNull();
	expect(joinLines(TABLE, 0)).toBeNull();
	expect(joinLines(TABLE, 6)).toBeNull();
	expect(draftText(joinLines(TABLE, 7)!.draft)).toBe("8\n1\t2\t3\n4\t5\t6\n90");
	expect(draftText(retyped(TABLE, 5, "57", 2).draft)).toBe("8\n1\t2\t3\n4\t57\t6\n9\n0");
});

it("finds the line or the cell above and below", () => {
	const way = (at: number, step: 1 | -1) => fieldBeside(TABLE, at, step);
	expect([way(0, 1), way(2, 1), way(5, 1), way(7, 1), way(8, 1)]).toEqual([1, 5, 7, 8, null]);
	expect([way(8, -1), way(7, -1), way(5, -1), way(2, -1), way(0, -1)]).toEqual([7, 6, 2, 0, null]);
});

it("finds where two states differ", () => {
	const [a, b] = [draftOfText("12\n345"), draftOfText("12\n3495")];
	expect(changeBetween(a, b)).toEqual({ field: 1, start: 3, end: 3 });
	expect(changeBetween(b, a)).toEqual({ field: 1, start: 2, end: 2 });
});
