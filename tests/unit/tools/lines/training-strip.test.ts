import { describe, expect, it } from "vitest";
import { FRAME_STEP, frameCount, OTHER, STRIP_HEIGHT } from "../../../../lib/models/line-strip.ts";
import { ctcLoss } from "../../../../lib/models/training/ctc.ts";
import { createRandom } from "../../../../tools/random.ts";
import { composeLine, type Writers } from "../../../../tools/training/lines/compose-line.ts";
import { schoolHand } from "../../../../tools/training/lines/school-hands.ts";
import { strokeShape } from "../../../../tools/training/lines/shape.ts";
import { trainingStrip } from "../../../../tools/training/lines/training-strip.ts";

const WIDTH = 128;
const writers: Writers = {
	hands: [[1, schoolHand]],
	others: [
		strokeShape([
			[
				[0, 0],
				[1, 1],
			],
			[
				[0, 1],
				[1, 0],
			],
		]),
	],
};
const seeds = Array.from({ length: 60 }, (_, seed) => seed);

describe("a strip to learn from", () => {
	it("is the same again for the same seed, and another for another", () => {
		const of = (seed: number) => trainingStrip(writers, WIDTH, createRandom(seed));
		expect(of(1)).toEqual(of(1));
		expect(of(1).pixels).not.toEqual(of(2).pixels);
	});

	it("is paper and ink between 0 and 1", () => {
		for (const seed of seeds) {
			const { pixels } = trainingStrip(writers, WIDTH, createRandom(seed));
			expect(pixels).toHaveLength(STRIP_HEIGHT * WIDTH);
			expect(pixels.every((ink) => ink >= 0 && ink <= 1)).toBe(true);
		}
	});

	it("says what it shows in frames that an alignment can follow", () => {
		const frames = frameCount(WIDTH);
		const logits = new Float32Array(frames * 12);
		const lines = seeds.map((seed) => trainingStrip(writers, WIDTH, createRandom(seed)).targets);
		const shown = lines.filter((targets) => Number.isFinite(ctcLoss(logits, 12, targets).loss));
		expect(shown.length).toBeGreaterThan(0.95 * lines.length);
		for (const { label, from, to } of lines.flat()) {
			expect(label).toBeLessThanOrEqual(OTHER);
			expect(from).toBeGreaterThanOrEqual(0);
			expect(to).toBeLessThanOrEqual(frames);
			expect(to).toBeGreaterThan(from);
		}
	});
});

describe("a written line", () => {
	const layout = { width: 260, height: 64, digit: 40, base: 52 };
	const line = (seed: number) => composeLine(writers, layout, createRandom(seed));

	it("has ink where its characters stand", () => {
		for (const seed of seeds) {
			const { page, characters } = line(seed);
			for (const { left, right } of characters) {
				let ink = 0;
				for (let y = 0; y < page.height; y++)
					for (let x = Math.max(0, Math.floor(left)); x < Math.min(page.width, right); x++)
						ink += page.data[y * page.width + x];
				expect(ink, `seed ${seed}`).toBeGreaterThan(FRAME_STEP);
			}
		}
	});

	it("goes from left to right, digits mostly, each as wide as digits are", () => {
		const all = seeds.map((seed) => line(seed).characters);
		for (const characters of all) {
			const middles = characters.map(({ left, right }) => (left + right) / 2);
			expect(middles).toEqual(middles.toSorted((a, b) => a - b));
			for (const { left, right } of characters) expect(right - left).toBeLessThan(3 * layout.digit);
		}
		const labels = all.flat().map(({ label }) => label);
		expect(new Set(labels).size).toBe(11);
		expect(labels.filter((label) => label < OTHER).length).toBeGreaterThan(0.6 * labels.length);
	});
});
