import { describe, expect, it } from "vitest";
import { inkBounds } from "../../../../lib/ink/stroke.ts";
import { createRandom } from "../../../../tools/random.ts";
import { allograph, penAllograph } from "../../../../tools/training/allographs.ts";

const many = Array.from({ length: 400 }, (_, seed) => allograph(createRandom(seed)));

describe("allograph", () => {
	it("writes every digit, many in more ways than one", () => {
		const waysOf = (digit: number) =>
			new Set(
				many.filter(({ label }) => label === digit).map(({ strokes }) => strokes.map((s) => s.length).join()),
			).size;
		const ways = Array.from({ length: 10 }, (_, digit) => waysOf(digit));
		expect(Math.min(...ways)).toBeGreaterThan(2);
	});

	it("writes about one high, in strokes of finite points that never jump", () => {
		const told = Array.from({ length: 400 }, (_, seed) => penAllograph(createRandom(seed)));
		for (const { strokes } of [...many, ...told]) {
			const { height } = inkBounds(strokes);
			expect(height).toBeGreaterThan(0.7);
			expect(height).toBeLessThan(1.4);
			for (const stroke of strokes) {
				const steps = stroke.slice(1).map(([x, y], i) => Math.hypot(x - stroke[i][0], y - stroke[i][1]));
				expect(Math.max(...steps)).toBeLessThan(0.4);
			}
		}
	});

	it("is the same for the same seed", () => {
		expect(allograph(createRandom(3))).toEqual(allograph(createRandom(3)));
	});
});
