import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { convolutionAt, feedsOf, weightsOfUnit } from "../../../lib/lab/arithmetic.ts";
import { startBackend } from "../../../lib/models/backend.ts";
import type { Conv2D } from "../../../lib/models/layers.ts";

beforeAll(() => startBackend());

const numbers = (count: number, seed: number) =>
	Float32Array.from({ length: count }, (_, i) => Math.sin(12.9898 * (i + seed)));
const convolution = (padding: Conv2D["padding"], strides = 1): Conv2D => ({
	type: "Conv2D",
	filters: 4,
	kernelSize: 3,
	strides,
	padding,
	useBias: true,
	activation: "linear",
	l2: 0,
});

const input = { shape: [7, 6, 2], values: numbers(84, 1) };
const kernel = { shape: [3, 3, 2, 4], values: numbers(72, 5) };

test.each([
	["valid", 1],
	["same", 1],
	["same", 2],
] as const)("the sum is what the backend computes: %s padding, steps of %i", (padding, stride) => {
	const expected = tf.tidy(() =>
		tf.conv2d(
			tf.tensor4d(input.values, [1, 7, 6, 2]),
			tf.tensor4d(kernel.values, [3, 3, 2, 4]),
			stride,
			padding,
		),
	);
	const [, height, width] = expected.shape;
	const values = expected.dataSync();
	expected.dispose();
	for (const [x, y] of [
		[0, 0],
		[width - 1, height - 1],
		[1, 2],
	] as const) {
		const { total, perMap, patch, weights } = convolutionAt(
			input,
			convolution(padding, stride),
			kernel,
			0.5,
			3,
			[x, y],
		);
		expect(total).toBeCloseTo(values[(y * width + x) * 4 + 3] + 0.5, 4);
		expect(perMap[0] + perMap[1] + 0.5).toBeCloseTo(total, 5);
		const products = patch.values.reduce((sum, value, i) => sum + value * weights.values[i], 0.5);
		expect(products).toBeCloseTo(total, 4);
	}
});

test("the map that a filter has weights for feeds it most", () => {
	const second = {
		shape: [3, 3, 2, 4],
		values: kernel.values.map((w, i) => (Math.floor(i / 4) % 2 === 0 ? w / 100 : w)),
	};
	const [strongest, other] = feedsOf(input, convolution("valid"), second, 2, [5, 4, 4]);
	expect([strongest.map, other.map]).toEqual([1, 0]);
	expect(strongest.strength).toBeGreaterThan(10 * other.strength);
});

test("a unit's weights are its column of the kernel", () => {
	expect(weightsOfUnit({ shape: [3, 2], values: Float32Array.of(1, 2, 3, 4, 5, 6) }, 1)).toEqual(
		Float32Array.of(2, 4, 6),
	);
});
