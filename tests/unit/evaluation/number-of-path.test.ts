import { expect, test } from "vitest";
import { numberOfPath, numbersOfRows } from "../../../lib/evaluation/number-of-path.ts";

test.each([
	["1572.png", "1572"],
	["folder/0042_3.png", "0042"],
	["1572 (2).jpg", "1572"],
	["scan_1572.png", "1572"],
	["2024-scan-7.png", "2024"],
	["1572a.png", null],
	["IMG1572.png", null],
	["note.png", null],
])("%s is %s", (path, number) => {
	expect(numberOfPath(path)).toBe(number);
});

test("a list gives numbers to files by their names; what is no number, such as its heading, is left out", () => {
	expect(
		numbersOfRows([
			["file", "number"],
			["pages/a.png", "1 572"],
			["b.png", "007"],
			["c.png", "?"],
			["d.png"],
		]),
	).toEqual(
		new Map([
			["a.png", "1572"],
			["b.png", "007"],
		]),
	);
});
