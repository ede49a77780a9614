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

/** What a list says of these pictures. */
const listed = (rows: string[][], paths: string[]) => {
	const truthOf = numbersOfRows(rows, paths);
	return truthOf && paths.map(truthOf);
};

test("a list gives numbers to files by their names; what is no number, such as its heading, is left out", () => {
	const rows = [["file", "number"], ["pages/a.png", "1 572"], ["b.png", "007"], ["c.png", "?"], ["d.png"]];
	expect(listed(rows, ["a.png", "in/b.png", "c.png", "d.png"])).toEqual(["1572", "007", null, null]);
});

test.each([
	["the number first", [["472", "a.png"]]],
	["a count before", [["1", "a.png", "472"]]],
	["without the ending", [["a", "472"]]],
	["in capitals", [["A.PNG", "472"]]],
	["with the slash of Windows", [["C:\\scans\\a.png", "472"]]],
])("a list may have %s", (_, rows) => {
	expect(listed(rows, ["a.png"])).toEqual(["472"]);
});

test("a list tells files of the same name apart by their folders", () => {
	const rows = [
		["one/a.png", "1"],
		["two/a.png", "2"],
	];
	expect(listed(rows, ["set/two/a.png", "set/one/a.png"])).toEqual(["2", "1"]);
});

test("accents are the same in either form", () => {
	expect(listed([["caf\u00e9.png", "472"]], ["cafe\u0301.png"])).toEqual(["472"]);
});

test("a list of other things says nothing", () => {
	expect(listed([["price", "12"]], ["a.png"])).toBeNull();
});
