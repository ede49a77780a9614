import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsv, toCsv, toTabbed } from "../../lib/csv.ts";

test("what is written is read again", () => {
	const text = fc.string({ unit: fc.constantFrom(...'a7,;\t"\r\n é') });
	fc.assert(
		fc.property(
			fc.array(fc.array(text, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
			(rows) => {
				// A formula is written as text, and an empty row is none.
				const plain = rows
					.filter((row) => row.some((cell) => cell !== ""))
					.filter((row) => row.every((cell) => !/^[=+\-@\t\r]/.test(cell)));
				expect(parseCsv(toCsv(plain))).toEqual(plain);
			},
		),
	);
});

test("a cell that a spreadsheet would run is written as text", () => {
	expect(toCsv([["=1+1", "12"]])).toBe('"\'=1+1","12"\r\n');
	expect(toCsv([["-1+1", "-1,25"]])).toBe('"\'-1+1","-1,25"\r\n');
});

test("rows for a spreadsheet have tabs between them, and quotes where a cell holds a tab or a line's end", () => {
	expect(toTabbed([["12", "1\t2\n3", 'a "b"'], ["=1+1"]])).toBe('12\t"1\t2\n3"\t"a ""b"""\n"\'=1+1"\n');
});

test("semicolons, tabs, a byte order mark and other ends of lines are understood", () => {
	expect(parseCsv("\ufefffile;number\r\na.png;1572\r\n")).toEqual([
		["file", "number"],
		["a.png", "1572"],
	]);
	expect(parseCsv("a.png\t007\n\nb.png\t12")).toEqual([
		["a.png", "007"],
		["b.png", "12"],
	]);
	expect(parseCsv('"a, b.png",3')).toEqual([["a, b.png", "3"]]);
});
