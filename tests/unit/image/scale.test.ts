import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shrink } from "../../../lib/image/scale.ts";
import { paint } from "./drawing.ts";

describe("a picture that is shrunk", () => {
	it("has the mean of every block in every channel, to a rounding", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 20 }),
				fc.integer({ min: 1, max: 20 }),
				fc.integer({ min: 2, max: 16 }),
				fc.integer(),
				(width, height, factor, seed) => {
					const valueAt = (x: number, y: number, channel: number) =>
						Math.abs((x * 7919 + y * 104_729 + channel * 1299 + seed) % 256);
					const small = shrink(
						paint(width, height, (x, y) => [valueAt(x, y, 0), valueAt(x, y, 1), valueAt(x, y, 2)]),
						factor,
					);
					const columns = Math.min(factor, width);
					const rows = Math.min(factor, height);
					for (let i = 0; i < small.width * small.height; i++) {
						const [x, y] = [(i % small.width) * factor, Math.floor(i / small.width) * factor];
						for (let channel = 0; channel < 3; channel++) {
							let sum = 0;
							for (let dy = 0; dy < rows; dy++)
								for (let dx = 0; dx < columns; dx++) sum += valueAt(x + dx, y + dy, channel);
							expect(Math.abs(small.data[4 * i + channel] - sum / (rows * columns))).toBeLessThanOrEqual(
								0.51,
							);
						}
						expect(small.data[4 * i + 3]).toBe(255);
					}
				},
			),
		);
	});

	it("takes no colour from what is transparent", () => {
		const picture = paint(4, 2, (x) => (x === 0 ? [200, 10, 30] : x < 2 ? [0, 255, 255, 0] : [9, 9, 9, 0]));
		const { width, data } = shrink(picture, 2);
		expect([width, ...data]).toEqual([2, 200, 10, 30, 128, 0, 0, 0, 0]);
	});

	it("is the very same where there is nothing to shrink", () => {
		const picture = paint(3, 3, () => [1, 2, 3]);
		expect(shrink(picture, 1)).toBe(picture);
	});
});
