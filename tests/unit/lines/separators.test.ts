import { describe, expect, test } from "vitest";
import { type LineCharacter, type Shape, showLine } from "../../../lib/lines/separators.ts";

/** A filled box of ink; digits are 24 wide, 40 high and stand on 40. */
const ink = (x: number, y: number, width: number, height: number): Shape => ({
	box: { x, y, width, height },
	area: width * height,
	middle: Array.from({ length: height }, (_, row) => [x + width / 2, y + row]),
});
const digit = (x: number, y = 0): LineCharacter => ({ ...ink(x, y, 24, 40), isDigit: true });
const mark = (x: number, y: number, width: number, height: number): LineCharacter => ({
	...ink(x, y, width, height),
	isDigit: false,
});
const slash = (x: number): LineCharacter => ({
	box: { x, y: 0, width: 20, height: 40 },
	area: 160,
	middle: Array.from({ length: 40 }, (_, y) => [x + 18 - y / 2, y]),
	isDigit: false,
});

/** What is shown before each digit. */
const separatorsOf = (line: LineCharacter[]) =>
	showLine(line).flatMap(({ before = "" }, i) => (line[i].isDigit ? [before] : []));
const sign = (x: number, is: string): LineCharacter => ({ ...mark(x, 10, 20, 20), sign: is });

describe("named signs", () => {
	const shown = (...line: LineCharacter[]) =>
		showLine(line)
			.map(({ before = "", after = "" }, i) => before + (line[i].isDigit ? "d" : "") + after)
			.join("");

	test("are shown between digits, whatever the gap, and several after each other", () => {
		expect(shown(digit(0), sign(40, "+"), digit(80))).toBe("d+d");
		expect(shown(digit(0), sign(30, ")"), sign(60, "×"), sign(90, "("), digit(120))).toBe("d)×(d");
	});

	test("are shown right before the first digit and right after the last one, not further away", () => {
		expect(shown(sign(0, "#"), digit(25), sign(55, "%"))).toBe("#d%");
		expect(shown(sign(0, "#"), digit(75), sign(160, "%"))).toBe("d");
	});

	test("do not stand where nobody writes them: a percent sign first, a stroke that closes a number last", () => {
		expect(shown(sign(0, "%"), digit(25))).toBe("d");
		expect(shown(digit(0), sign(26, "-"))).toBe("d");
	});

	test("are what their ink was read as", () => {
		const line = [sign(0, "%"), digit(25), sign(50, "+"), digit(75), sign(100, "/")];
		expect(showLine(line).map(({ readAs }) => readAs)).toEqual([
			undefined,
			undefined,
			"+",
			undefined,
			undefined,
		]);
	});
});

describe("between two digits", () => {
	test.each([
		["a dot on the base", mark(27, 35, 5, 5), "."],
		["a dot a little below", mark(27, 38, 6, 6), "."],
		["a comma", mark(27, 36, 4, 12), ","],
		["a dash in the middle", mark(27, 19, 12, 4), "-"],
		["a slash", slash(26), "/"],
	])("%s is kept", (_, between, separator) => {
		expect(separatorsOf([digit(0), between, digit(48)])).toEqual(["", separator]);
	});

	test.each([
		["a dot at the top", mark(27, 2, 5, 5)],
		["an underline", mark(27, 38, 18, 3)],
		["an upright stroke", mark(30, 0, 5, 40)],
		["a letter", mark(27, 0, 20, 40)],
	])("%s is no mark", (_, between) => {
		expect(separatorsOf([digit(0), between, digit(48)])).toEqual(["", ""]);
	});

	test("two marks are not clear", () => {
		const equals = [mark(27, 12, 12, 4), mark(27, 24, 12, 4)];
		expect(separatorsOf([digit(0), ...equals, digit(48)])).toEqual(["", ""]);
	});
});

test("a gap far wider than the others is a space, even gaps are none", () => {
	expect(separatorsOf([0, 30, 60, 130, 160].map((x) => digit(x)))).toEqual(["", "", "", " ", ""]);
	expect(separatorsOf([0, 60, 120, 180].map((x) => digit(x)))).toEqual(["", "", "", ""]);
	expect(separatorsOf([digit(0), digit(140)])).toEqual(["", " "]);
	expect(separatorsOf([digit(0), digit(30), digit(95)])).toEqual(["", "", " "]);
});

test("a dash right before the first digit is a minus; a dot there, or a dash far away, is nothing", () => {
	expect(separatorsOf([mark(0, 18, 12, 4), digit(20)])).toEqual(["-"]);
	expect(separatorsOf([mark(0, 18, 12, 4), digit(90)])).toEqual([""]);
	expect(separatorsOf([mark(0, 36, 5, 5), digit(20)])).toEqual([""]);
});

test("a line without digits has no separators", () => {
	expect(separatorsOf([])).toEqual([]);
	expect(separatorsOf([mark(0, 0, 20, 40)])).toEqual([]);
});
