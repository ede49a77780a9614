import { expect, it } from "vitest";
import { carriedOver } from "../../../lib/reading/carried-draft.ts";
import {
	correctionsIn,
	draftOf,
	draftOfText,
	draftTable,
	draftText,
	draftTextWhole,
	editedReading,
} from "../../../lib/reading/draft.ts";
import { retyped } from "../../../lib/reading/draft-edit.ts";
import { displayText, type ReadDigit, type Reading } from "../../../lib/reading/reading.ts";

const digit = (text: string, x: number, rest: Partial<ReadDigit> = {}): ReadDigit => ({
	digit: text,
	confidence: 0.8,
	alternatives: [["0", 0.2]],
	box: { x, y: 0, width: 8, height: 10 },
	line: 0,
	glyph: `glyph of ${text} at ${x}`,
	...rest,
});
const readingOf = (digits: ReadDigit[], rest: Partial<Reading> = {}): Reading => ({
	text: "",
	digits,
	rejected: [],
	...rest,
});

const AMOUNT = readingOf([
	digit("1", 0, { before: "-" }),
	digit("5", 10, { before: "," }),
	digit("7", 20, { line: 1, after: "%" }),
]);
const TABLE = readingOf(
	[
		digit("9", 0),
		digit("1", 0, { line: 1, cell: { row: 0, column: 0 } }),
		digit("5", 10, { line: 1, before: ",", cell: { row: 0, column: 0 } }),
		digit("7", 30, { line: 2, cell: { row: 1, column: 1 } }),
	],
	{ grid: { rows: 2, columns: 2 } },
);

it("shows a reading as it is displayed, its lines and its table", () => {
	for (const reading of [AMOUNT, TABLE, readingOf([])])
		expect(draftText(draftOf(reading))).toBe(displayText(reading));
	expect(draftTable(draftOf(TABLE))).toEqual([
		["1,5", ""],
		["", "7"],
	]);
	expect(draftTable(draftOf(AMOUNT))).toBeNull();
});

it("shows digits only where that is wanted, and keeps what stands between them", () => {
	const draft = retyped(draftOf(AMOUNT, false), 0, "13", 2).draft;
	expect(draftText(draft)).toBe("13\n7");
	expect(draftTextWhole(draft)).toBe("-1,3\n7%");
});

it("takes a kept text for lines, and those with tabs for the rows of a table", () => {
	for (const text of ["1,5\n-7", "9\n1\t\t3\n4\t5\t\n8", ""]) expect(draftText(draftOfText(text))).toBe(text);
	expect(draftTable(draftOfText("9\n1\t\t3\n4\t5\t6"))).toEqual([
		["1", "", "3"],
		["4", "5", "6"],
	]);
});

it("is the reading that it came from as long as nobody changes it", () => {
	for (const reading of [AMOUNT, TABLE]) {
		const { digits } = editedReading(draftOf(reading), reading);
		expect(digits).toEqual(reading.digits.map((one) => ({ ...one, corrected: false })));
	}
});

it("is a reading as the person has left it: what they have put there is sure, and stands beside its neighbour", () => {
	const edited = editedReading(retyped(draftOf(AMOUNT), 0, "-1,58", 5).draft, AMOUNT);
	expect(edited.text).toBe("158\n7");
	expect(displayText(edited)).toBe("-1,58\n7%");
	expect(edited.digits.map(({ digit, confidence, corrected }) => [digit, confidence, corrected])).toEqual([
		["1", 0.8, false],
		["5", 0.8, false],
		["8", 1, true],
		["7", 0.8, false],
	]);
	expect(edited.digits[2].box).toEqual(AMOUNT.digits[1].box);
});

it("tells which glyphs were read as another digit than the person says, and only those", () => {
	const put = (text: string, caret: number) =>
		correctionsIn(retyped(draftOf(AMOUNT), 0, text, caret).draft, AMOUNT);
	expect(put("-1,8", 4)).toEqual([{ glyph: AMOUNT.digits[1].glyph, digit: "8", read: "5" }]);
	expect(put("-1,", 3)).toEqual([]);
	expect(put("-1,58", 5)).toEqual([]);
	expect(put("-1.5", 3)).toEqual([]);
});

it("keeps in a newer reading what was put right of the same ink", () => {
	let { draft } = retyped(draftOf(AMOUNT), 0, "-1,8", 4);
	({ draft } = retyped(draft, 1, "%", 0));
	const newer = readingOf([...AMOUNT.digits.slice(0, 2), digit("4", 30), AMOUNT.digits[2]]);
	expect(draftText(carriedOver(draft, AMOUNT, newer))).toBe("-1,84\n%");
	const redrawn = readingOf([digit("1", 0), digit("5", 11)]);
	expect(draftText(carriedOver(draft, AMOUNT, redrawn))).toBe("15");
});

it.each([
	["at the end", "1579", 4, "15796"],
	["between two", "1957", 2, "19576"],
	["at the beginning", "9157", 1, "91576"],
	["several, in their order", "15897", 4, "158976"],
	["in the place of all", "98", 2, "986"],
])("keeps what was put in %s when more is read beside it", (_, text, caret, becomes) => {
	const older = readingOf([digit("1", 0), digit("5", 10), digit("7", 20)]);
	const newer = readingOf([...older.digits, digit("6", 30)]);
	const { draft } = retyped(draftOf(older), 0, text, caret);
	const carried = carriedOver(draft, older, newer);
	expect(draftText(carried)).toBe(becomes);
	const again = readingOf([...newer.digits, digit("3", 40)]);
	expect(draftText(carriedOver(carried, newer, again))).toBe(`${becomes}3`);
});
