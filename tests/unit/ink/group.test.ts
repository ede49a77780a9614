import fc from "fast-check";
import { expect, test } from "vitest";
import { groupStrokes } from "../../../lib/ink/group.ts";
import { stackStrokes } from "../../../lib/ink/stacks.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";

const line = (...points: [number, number][]): Stroke => points;
const oneAt = (x: number, y = 0): Stroke => line([x, y], [x + 2, y + 60]);
const grouped = (strokes: readonly Stroke[]) => groupStrokes(strokes, stackStrokes(strokes));
const spans = (candidates: readonly { from: number; to: number }[]) =>
	candidates.map(({ from, to }) => `${from}-${to}`);

test("strokes far apart are never one character", () => {
	const [only] = grouped([oneAt(0), oneAt(50), oneAt(100)]);
	expect(spans(only.candidates)).toEqual(["0-1", "1-2", "2-3"]);
});

test("parting a stroke from the one that it crosses has its price", () => {
	const four = [line([0, 0], [0, 30], [30, 30]), line([20, 10], [20, 60])];
	const [only] = grouped(four);
	const together = only.candidates.find(({ from, to }) => from === 0 && to === 2);
	const apart = only.candidates.filter(({ from, to }) => to - from === 1);
	expect(together?.cost).toBeLessThan(apart.reduce((sum, { cost }) => sum + cost, 0));
});

test("two rows are two lines", () => {
	const lines = grouped([oneAt(0, 100), oneAt(40, 0), oneAt(0, 0)]);
	expect(lines.map(({ pieces }) => pieces)).toEqual([2, 1]);
});

test("every stroke is a piece of exactly one line and has a candidate of its own", () => {
	const point = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }));
	const strokes = fc.array(fc.array(point, { minLength: 1, maxLength: 8 }), { maxLength: 12 });
	fc.assert(
		fc.property(strokes, (ink) => {
			const lines = grouped(ink);
			const alone = lines.flatMap(({ candidates }) =>
				candidates.filter(({ from, to }) => to - from === 1).map(({ strokes }) => strokes[0]),
			);
			expect(alone.length).toBe(ink.length);
			expect(new Set(alone)).toEqual(new Set(ink));
			for (const { candidates } of lines)
				for (const { cost } of candidates) expect(cost).toBeGreaterThanOrEqual(0);
		}),
	);
});

test("of very many strokes that touch every one is seen alone, and those together that are nearest, so that time stays bounded", () => {
	const many = (count: number) =>
		Array.from({ length: count }, (_, i) => line([i * 2 + (i % 10) / 20, 0], [i * 2 + 3, 30]));
	const candidates = (count: number) => grouped(many(count)).flatMap(({ candidates }) => candidates);
	expect(candidates(1000).length).toBeGreaterThan(3900);
	const bounded = candidates(3000);
	expect(bounded.length).toBeLessThanOrEqual(4000);
	expect(bounded.filter(({ from, to }) => to - from === 1)).toHaveLength(3000);
	const dearest = Math.max(...bounded.filter(({ from, to }) => to - from > 1).map(({ cost }) => cost));
	expect(dearest).toBeLessThan(Math.max(...candidates(1000).map(({ cost }) => cost)));
});
