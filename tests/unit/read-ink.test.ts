import { expect, test } from "vitest";
import { GLYPH_SIDE, GLYPH_SIZE } from "../../lib/glyph.ts";
import type { Stroke } from "../../lib/ink/stroke.ts";
import type { Classify, Verdict } from "../../lib/models/verdict.ts";
import { readInk } from "../../lib/read-ink.ts";

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
