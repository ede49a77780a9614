import { describe, expect, it } from "vitest";
import { type DigitSet, subset } from "../../../../tools/data/digit-set.ts";
import { indicesWithout } from "../../../../tools/data/mnist.ts";
import { checkMnist } from "../../../../tools/data/mnist-files.ts";
import { loadValidation } from "../../../../tools/data/validation.ts";

const set = (...pictures: [label: number, ...pixels: number[]][]): DigitSet => ({
	width: 2,
	height: 1,
	labels: Uint8Array.from(pictures, ([label]) => label),
	pixels: Uint8Array.from(pictures.flatMap(([, ...pixels]) => pixels)),
});

describe("the split of MNIST", () => {
	const all = set([3, 0, 9], [4, 0, 9], [5, 7, 7], [6, 8, 8]);

	it("leaves out by content and label, wherever they stand", () => {
		expect(indicesWithout(all, set([6, 8, 8], [4, 0, 9]))).toEqual([0, 2]);
	});

	it("fails where a member of the part is missing or not unique", () => {
		expect(() => indicesWithout(all, set([5, 7, 8]))).toThrow("0 of 1");
		expect(() => indicesWithout(set([1, 1, 1], [1, 1, 1]), set([1, 1, 1]))).toThrow("2 of 1");
	});

	it("takes pictures in the order asked for", () => {
		expect(subset(all, [2, 0])).toEqual(set([5, 7, 7], [3, 0, 9]));
	});
});

describe("the validation digits", () => {
	it("are 10,000 MNIST digits, about a thousand of each", async () => {
		const { labels, pixels } = await loadValidation();
		expect(labels.length).toBe(10_000);
		expect(pixels.length).toBe(10_000 * 784);
		for (let digit = 0; digit < 10; digit++) {
			const count = labels.filter((label) => label === digit).length;
			expect(count).toBeGreaterThan(800);
			expect(count).toBeLessThan(1200);
		}
		expect(Math.max(...pixels.subarray(0, 784))).toBeGreaterThan(250);
	});
});

describe("checkMnist", () => {
	it("refuses a damaged file", () => {
		expect(() => checkMnist("t10k-labels-idx1-ubyte", Uint8Array.of(1))).toThrow("damaged");
	});
});
