import { expect, it } from "vitest";
import { alignedTable, tableCsv } from "../../../lib/lines/digit-table.ts";

/** Digits 20 wide and 30 high, one every 25; a space is as wide as a digit. Lines shifted by `slant` each. */
function written(lines: readonly string[], slant = 0) {
	return lines.flatMap((text, line) =>
		[...text].flatMap((digit, i) =>
			digit === " "
				? []
				: [{ digit, line, box: { x: i * 25 + line * slant, y: line * 50, width: 20, height: 30 } }],
		),
	);
}

it("puts what stands in columns into cells", () => {
	expect(alignedTable(written(["12  7", "34 56"]))).toEqual([
		["12", "7"],
		["34", "56"],
	]);
	expect(alignedTable(written(["1  2  3", "4     6", "7  8  9"], 3))).toEqual([
		["1", "2", "3"],
		["4", "", "6"],
		["7", "8", "9"],
	]);
});

it("sees no table in a line, in plain lines, nor where nothing stands above anything", () => {
	expect(alignedTable([])).toBeNull();
	expect(alignedTable(written(["12  34"]))).toBeNull();
	expect(alignedTable(written(["1234", "5678"]))).toBeNull();
	expect(alignedTable(written(["12", "      34"]))).toBeNull();
	expect(alignedTable(written(["12  34", "555555"]))).toBeNull();
	expect(alignedTable(written(["12  34", "55"]))).toBeNull();
});

it("writes lines that end as RFC 4180 wants it", () => {
	expect(
		tableCsv([
			["12", ""],
			["3,5", "45"],
		]),
	).toBe('12,\r\n"3,5",45\r\n');
});
