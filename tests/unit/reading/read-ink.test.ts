import { describe, expect, test } from "vitest";
import { GLYPH_SIDE, GLYPH_SIZE, type Glyph } from "../../../lib/glyph.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";
import type { Classify, ClassifyInk, Verdict } from "../../../lib/models/verdict.ts";
import { readInk, readInkGlyph } from "../../../lib/reading/read-ink.ts";
import { displayText } from "../../../lib/reading/reading.ts";

/** Says 1 to narrow glyphs, 0 to wide ones that are hollow, and refuses what has ink in the middle. */
const classify: Classify = async (glyphs) =>
	glyphs.map((glyph): Verdict => {
		const columns = new Set<number>();
		for (let i = 0; i < GLYPH_SIZE; i++) if (glyph[i] > 0.5) columns.add(i % 28);
		const probabilities = new Float32Array(10).fill(0.01);
		if (columns.size < 8) probabilities[1] = 0.91;
		else if (glyph[14 * 28 + 14] < 0.5) probabilities[0] = 0.91;
		else return { probabilities: new Float32Array(10).fill(0.05), refusal: "not-a-digit" };
		return { probabilities };
	});

const one = (x: number, y: number): Stroke => [
	[x, y],
	[x, y + 50],
];
const zero = (x: number, y: number): Stroke =>
	Array.from({ length: 25 }, (_, i) => [
		x + 15 * Math.cos((i * Math.PI) / 12),
		y + 25 + 25 * Math.sin((i * Math.PI) / 12),
	]);

test("several digits in two rows, written in any order, come in reading order with their boxes", async () => {
	const reading = await readInk([one(100, 100), zero(150, 100), one(120, 0), zero(20, 0), one(60, 0)], {
		classify,
	});
	expect(reading.text).toBe("011\n10");
	expect(reading.digits.map(({ line }) => line)).toEqual([0, 0, 0, 1, 1]);
	expect(reading.digits[1].box).toEqual({ x: 60, y: 0, width: 0, height: 50 });
	expect(reading.digits[0].confidence).toBeCloseTo(0.91);
	expect(reading.digits[0].alternatives).toHaveLength(9);
});

test("what is no digit is rejected with its reason and stays out of the text", async () => {
	const cross: Stroke[] = [
		[
			[200, 0],
			[230, 50],
		],
		[
			[230, 0],
			[200, 50],
		],
	];
	const reading = await readInk([zero(20, 0), ...cross], { classify });
	expect(reading.text).toBe("0");
	expect(reading.rejected).toMatchObject([
		{ reason: "not-a-digit", box: { x: 200, y: 0, width: 30, height: 50 } },
	]);
});

test("a small round letter right beside a letter is no zero, beside digits it is one", async () => {
	const letter: Stroke[] = [
		[
			[0, 0],
			[30, 50],
		],
		[
			[30, 0],
			[0, 50],
		],
	];
	const small = zero(0, 0).map(([x, y]): [number, number] => [55 + x / 2, 25 + y / 2]);
	expect((await readInk([...letter, small, one(110, 0), one(130, 0)], { classify })).text).toBe("11");
	expect((await readInk([small, one(110, 0), one(130, 0)], { classify })).text).toBe("011");
});

describe("between digits", () => {
	const shown = async (...strokes: Stroke[]) => {
		const reading = await readInk(strokes, { classify });
		return { text: reading.text, shown: displayText(reading) };
	};
	const line = (fromX: number, fromY: number, toX: number, toY: number): Stroke =>
		Array.from({ length: 9 }, (_, i) => [fromX + ((toX - fromX) * i) / 8, fromY + ((toY - fromY) * i) / 8]);

	test.each<[string, Stroke, string]>([
		["a point", [[32, 49]], "1.0"],
		["a comma, which looks like a 1 on its own", line(33, 45, 29, 58), "1,0"],
		["a dash", line(26, 26, 40, 25), "1-0"],
		["a slash higher than the digits", line(46, -6, 24, 56), "1/0"],
	])("%s is kept for the eye and is no digit", async (_, mark, expected) => {
		expect(await shown(one(10, 0), mark, zero(70, 0))).toEqual({ text: "10", shown: expected });
	});

	test("a wide gap is a space", async () => {
		const strokes = [one(0, 0), one(20, 0), one(40, 0), one(110, 0), one(130, 0)];
		expect(await shown(...strokes)).toEqual({ text: "11111", shown: "111 11" });
	});

	test("a small 1 that stands on the base and a slash at the end are digits", async () => {
		expect((await shown(zero(20, 0), line(60, 24, 60, 50), zero(100, 0))).text).toBe("010");
		expect((await shown(zero(20, 0), line(66, -6, 48, 56))).text).toBe("01");
	});

	test("the bar of a 7 and the roof of a 5 belong to their digits", async () => {
		const inkAt = (glyph: Glyph, x: number, rows: readonly number[]) =>
			rows.some((y) => glyph[y * GLYPH_SIDE + x] > 0.5);
		const knowsBars: Classify = async (glyphs) =>
			glyphs.map((glyph): Verdict => {
				const probabilities = new Float32Array(10).fill(0.01);
				const isFive = inkAt(glyph, 16, [4, 5, 6, 7]);
				probabilities[inkAt(glyph, 11, [13, 14, 15]) ? 7 : isFive ? 5 : 1] = 0.9;
				return { probabilities };
			});
		const read = async (strokes: Stroke[]) => displayText(await readInk(strokes, { classify: knowsBars }));
		expect(await read([one(10, 0), line(0, 25, 20, 25), one(50, 0)])).toBe("71");
		expect(await read([one(10, 0), line(10, 1, 26, 0), one(60, 0)])).toBe("51");
	});
});

test("no ink is an empty reading", async () => {
	expect(await readInk([], { classify })).toEqual({ text: "", digits: [], rejected: [] });
});

test("two loops over one another are read as one when the model knows them as a digit", async () => {
	const loop = (y: number): Stroke => zero(0, 0).map(([px, py]) => [px, py / 2 + y]);
	const knowsEight: Classify = async (glyphs) =>
		glyphs.map((glyph): Verdict => {
			const probabilities = new Float32Array(10).fill(0.01);
			probabilities[glyph[14 * GLYPH_SIDE + 14] > 0.5 ? 8 : 0] = 0.9;
			return { probabilities };
		});
	expect((await readInk([loop(0), loop(25)], { classify: knowsEight })).text).toBe("8");
	expect((await readInk([loop(0), loop(60)], { classify: knowsEight })).text).toBe("0\n0");
});

describe("a model with a companion for ink", () => {
	/** Says 1 to what goes down and 9 to what goes up, which no picture tells apart. */
	const classifyInk: ClassifyInk = async (characters) =>
		characters.map((strokes): Verdict => {
			const probabilities = new Float32Array(10).fill(0.01);
			const [[, start], [, end]] = [strokes[0][0], strokes[0][strokes[0].length - 1]];
			probabilities[end > start ? 1 : 9] = 0.91;
			return { probabilities };
		});
	const model = { classify, classifyInk };

	test("is asked for strokes, and the picture is kept with the reading", async () => {
		const up = one(40, 0).toReversed();
		const reading = await readInk([one(0, 0), up], model);
		expect(reading.text).toBe("19");
		expect(reading.digits[0].glyph).toBe(reading.digits[1].glyph);
		expect((await readInkGlyph([up], model)).text).toBe("9");
		expect((await readInk([one(0, 0), up], { classify })).text).toBe("11");
	});

	test("is not asked about strokes without points", async () => {
		expect((await readInkGlyph([[], one(0, 0)], model)).text).toBe("1");
	});
});
