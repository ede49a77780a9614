import { describe, expect, it } from "vitest";
import { sampleBilinear } from "../../../../lib/moved-glyph.ts";
import { sampleCubic } from "../../../../tools/training/augmentation/affine.ts";

const SIDE = 9;
const at = (x: number, y: number) => y * SIDE + x;

describe("sampleCubic", () => {
	it("gives the pixels themselves at whole places and paper outside", () => {
		const data = Float32Array.from({ length: SIDE * SIDE }, (_, i) => ((i * 7) % 10) / 10);
		for (const [x, y] of [
			[0, 0],
			[4, 5],
			[8, 8],
		])
			expect(sampleCubic(data, SIDE, SIDE, x, y)).toBeCloseTo(data[at(x, y)], 6);
		expect(sampleCubic(data, SIDE, SIDE, -3, 4)).toBe(0);
		expect(sampleCubic(data, SIDE, SIDE, 4, SIDE + 2)).toBe(0);
	});

	it("keeps an edge steeper than a straight line between pixels does, within 0 and 1", () => {
		const edge = Float32Array.from({ length: SIDE * SIDE }, (_, i) => (i % SIDE >= 5 ? 1 : 0));
		expect(sampleBilinear(edge, SIDE, SIDE, 4.75, 4)).toBeCloseTo(0.75);
		expect(sampleCubic(edge, SIDE, SIDE, 4.75, 4)).toBeGreaterThan(0.78);
		expect(sampleCubic(edge, SIDE, SIDE, 5.25, 4)).toBe(1);
	});
});
