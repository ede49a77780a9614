import { expect, test } from "vitest";
import { compose, displayText, tableOf, unread } from "../../../lib/reading/reading.ts";

const piece = (digit: number, line: number, before?: string) => ({
	line,
	box: { x: 0, y: 0, width: 1, height: 1 },
	glyph: "",
	verdict: { probabilities: Float32Array.from({ length: 10 }, (_, i) => (i === digit ? 1 : 0)) },
	before,
});

test("the text has the digits alone, the display text what stands between them too", () => {
	const reading = compose([
		piece(1, 0, "-"),
		piece(2, 0, "."),
		piece(5, 0, ""),
		piece(3, 1),
		piece(4, 1, " "),
	]);
	expect(reading.text).toBe("125\n34");
	expect(displayText(reading)).toBe("-1.25\n3 4");
});

test("a mark that was read beside digits is not left out", () => {
	const mark = (readAs?: string) => {
		const refused = piece(1, 0);
		const verdict = { ...refused.verdict, refusal: "not-a-digit" as const };
		return { ...refused, verdict, ...(readAs && { readAs }) };
	};
	const reading = compose([piece(1, 0), mark("."), piece(2, 0, "."), mark()]);
	expect(reading.rejected.map(({ readAs }) => readAs)).toEqual([".", undefined]);
	expect(unread(reading)).toEqual(reading.rejected.slice(1));
});

test("signs after the last digit of a line are shown", () => {
	expect(displayText(compose([piece(5, 0), { ...piece(0, 0), after: "%" }, piece(3, 1)]))).toBe("50%\n3");
});

test("cells are a table, empty ones too, and are copied as spreadsheets take them", () => {
	const inCell = (digit: number, row: number, column: number, before?: string) => ({
		...piece(digit, row + 1, before),
		cell: { row, column },
	});
	const reading = compose(
		[
			piece(9, 0),
			inCell(1, 0, 0),
			inCell(2, 0, 0, "."),
			inCell(7, 0, 2, " "),
			inCell(5, 2, 1, "."),
			inCell(6, 2, 1, "-"),
			piece(8, 9),
		],
		{ rows: 3, columns: 3 },
	);
	expect(tableOf(reading)).toEqual([
		["1.2", "", "7"],
		["", "", ""],
		["", "5-6", ""],
	]);
	expect(reading.text).toBe("9\n127\n56\n8");
	expect(displayText(reading)).toBe("9\n1.2\t\t7\n\t\t\n\t5-6\t\n8");
});

test("without cells there is no table", () => expect(tableOf(compose([piece(1, 0)]))).toBeNull());
