import { describe, expect, it } from "vitest";
import { penMaps } from "../../../../lib/ink/pen-maps.ts";
import { renderGlyph } from "../../../../lib/ink/render.ts";
import { inkBounds, type Stroke } from "../../../../lib/ink/stroke.ts";
import { createRandom } from "../../../../tools/random.ts";
import {
	reorder,
	rewrite,
	sampleOnScreen,
	varyWriting,
} from "../../../../tools/training/augmentation/pen.ts";

const curve: Stroke = Array.from({ length: 30 }, (_, i) => [0.2 + 0.3 * Math.sin(i / 5), i / 29]);
const bar: Stroke = [
	[0, 0.5],
	[0.3, 0.5],
	[0.7, 0.55],
];
const meanDifference = (a: Float32Array, b: Float32Array) =>
	a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / a.length;
/** The largest length of which both are multiples (Euclid), but for rounding errors. */
const commonMeasure = (a: number, b: number): number =>
	b < 1e-6 ? a : commonMeasure(b, Math.abs(a - b * Math.round(a / b)));
const seeds = Array.from({ length: 100 }, (_, seed) => seed);

describe("another way of the pen", () => {
	it("leaves the picture as it is, but for a join between strokes", () => {
		const picture = renderGlyph([curve, bar]);
		const changed = seeds.filter(
			(seed) => meanDifference(renderGlyph(rewrite([curve, bar], createRandom(seed))), picture) > 1e-3,
		);
		expect(changed.length).toBeLessThan(15);
		for (const seed of seeds)
			expect(
				meanDifference(renderGlyph(rewrite([curve], createRandom(seed))), renderGlyph([curve])),
			).toBeLessThan(1e-3);
	});

	it("is another one for about a third of the digits", () => {
		const maps = penMaps([curve, bar]);
		const changed = seeds.filter(
			(seed) => meanDifference(penMaps(rewrite([curve, bar], createRandom(seed))), maps) > 2e-3,
		);
		expect(changed.length).toBeGreaterThan(15);
		expect(changed.length).toBeLessThan(60);
	});

	it("keeps every stroke in some direction", () => {
		const forwards = (stroke: Stroke) => stroke[0][1] === 0 || stroke[0][0] === 0;
		const orders = seeds.map((seed) => reorder([curve, bar], createRandom(seed)).map(forwards));
		expect(new Set(orders.map(String)).size).toBe(4);
	});
});

describe("samples of mouse and finger", () => {
	it("lie on whole pixels, near the way of the pen", () => {
		for (const seed of seeds) {
			const [sampled] = sampleOnScreen([curve], createRandom(seed));
			const { y, height } = inkBounds([sampled]);
			expect(Math.abs(y)).toBeLessThan(0.1);
			expect(Math.abs(height - 1)).toBeLessThan(0.15);
			const steps = sampled.slice(1).map(([, py], i) => Math.abs(py - sampled[i][1]));
			expect(steps.reduce(commonMeasure)).toBeGreaterThan(1 / 260);
		}
	});

	it("are the same for the same random numbers, and other ones for others", () => {
		expect(varyWriting([curve, bar], createRandom(1))).toEqual(varyWriting([curve, bar], createRandom(1)));
		expect(varyWriting([curve, bar], createRandom(1))).not.toEqual(
			varyWriting([curve, bar], createRandom(2)),
		);
	});
});
