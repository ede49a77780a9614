import { describe, expect, it } from "vitest";
import { inkBox } from "../../../../lib/image/normalise.ts";
import type { InkMap } from "../../../../lib/image/pixels.ts";
import { createRandom, shuffledIndices } from "../../../../tools/random.ts";
import * as damage from "../../../../tools/training/augmentation/degrade.ts";
import { elasticDisplacement } from "../../../../tools/training/augmentation/elastic.ts";
import { changeStrokeWidth } from "../../../../tools/training/augmentation/stroke-width.ts";

const SIDE = 21;
/** A bar 3 px wide down the middle. */
const bar: InkMap = {
	width: SIDE,
	height: SIDE,
	data: Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
		const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
		return x >= 9 && x <= 11 && y >= 3 && y <= 17 ? 1 : 0;
	}),
};
const mass = ({ data }: InkMap) => data.reduce((sum, ink) => sum + ink, 0);
/** Ink across the bar in the middle row. */
const across = ({ data }: InkMap) => data.subarray(10 * SIDE, 11 * SIDE).reduce((sum, ink) => sum + ink, 0);

describe("changeStrokeWidth", () => {
	it("adds and takes so many pixels on each side", () => {
		expect(across(changeStrokeWidth(bar, 1))).toBe(5);
		expect(across(changeStrokeWidth(bar, -1))).toBe(1);
		expect(across(changeStrokeWidth(bar, 0.5))).toBeCloseTo(4, 5);
		expect(across(changeStrokeWidth(bar, 1.5))).toBeCloseTo(6, 5);
		expect(changeStrokeWidth(bar, 0)).toEqual(bar);
	});
});

describe("damage", () => {
	it("breaks a stroke in two", () => {
		const cut = Array.from({ length: 20 }, (_, seed) => damage.breakStroke(bar, 2.5, createRandom(seed)));
		expect(cut.every((ink) => mass(ink) < mass(bar))).toBe(true);
		const gaps = cut.filter(({ data }) =>
			Array.from({ length: 13 }, (_, y) => data.subarray((y + 4) * SIDE, (y + 5) * SIDE)).some((row) =>
				row.every((ink) => ink === 0),
			),
		);
		expect(gaps.length).toBeGreaterThan(2);
	});

	it("binarises to nothing but ink and paper, and never inks paper", () => {
		const soft = damage.blur(bar, 1);
		const hard = damage.binarise(soft, 0.4, 0.1, createRandom(1));
		expect(new Set(hard.data)).toEqual(new Set([0, 1]));
		expect(hard.data.every((ink, i) => ink === 0 || soft.data[i] > 0)).toBe(true);
	});

	it("blurs without losing ink", () => {
		expect(mass(damage.blur(bar, 1))).toBeCloseTo(mass(bar), 3);
		expect(Math.max(...damage.blur(bar, 1).data)).toBeLessThanOrEqual(1);
	});

	it("coarsens to so many pixels", () => {
		const coarse = damage.coarsen(bar, 7);
		expect([coarse.width, coarse.height]).toEqual([7, 7]);
		expect(mass(coarse) * 9).toBeCloseTo(mass(bar), 3);
	});

	it("adds leftovers and specks outside the ink", () => {
		expect(mass(damage.addSpecks(bar, 40, createRandom(1)))).toBeGreaterThan(mass(bar));
		const wider = Array.from(
			{ length: 10 },
			(_, seed) => inkBox(damage.addLeftover(bar, createRandom(seed)))!,
		);
		expect(Math.max(...wider.map(({ width, height }) => width * height))).toBeGreaterThan(3 * 15);
	});

	it("grain and contrast keep paper paper", () => {
		for (const ink of [damage.addGrain(bar, 0.5, createRandom(1)), damage.changeContrast(bar, 2)])
			expect(ink.data.every((value, i) => value >= 0 && value <= 1 && value > 0 === bar.data[i] > 0)).toBe(
				true,
			);
	});
});

describe("elasticDisplacement", () => {
	it("is smooth and about as large as asked for", () => {
		const { x } = elasticDisplacement(40, 10, 2, createRandom(3));
		const steps = x.subarray(1, 40).map((value, i) => Math.abs(value - x[i]));
		expect(Math.max(...steps)).toBeLessThan(1);
		const deviation = Math.sqrt(x.reduce((sum, value) => sum + value * value, 0) / x.length);
		expect(deviation).toBeGreaterThan(0.3);
		expect(deviation).toBeLessThan(2.5);
	});
});

describe("createRandom", () => {
	it("depends on every seed and is uniform", () => {
		expect(createRandom(1, 2)()).toBe(createRandom(1, 2)());
		expect(createRandom(1, 2)()).not.toBe(createRandom(2, 1)());
		const random = createRandom(9);
		const values = Array.from({ length: 10_000 }, random);
		expect(values.reduce((a, b) => a + b) / 10_000).toBeCloseTo(0.5, 1);
		const first = Array.from({ length: 4000 }, (_, i) => createRandom(1, 0, i)());
		expect(first.filter((value) => value < 0.25).length / 4000).toBeCloseTo(0.25, 1);
	});

	it("shuffles every index once", () => {
		const order = shuffledIndices(createRandom(1), 100);
		expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
		expect([...order]).not.toEqual([...order].sort((a, b) => a - b));
	});
});
