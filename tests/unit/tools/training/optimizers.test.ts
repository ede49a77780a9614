import { describe, expect, it } from "vitest";
import {
	adam,
	emptySlots,
	moveParameter,
	type OptimizerSpec,
	rmsprop,
	sgd,
} from "../../../../tools/training/optimizers.ts";

/** Values of one weight that starts at 1 after steps along the given gradients at rate 0.1. */
function path(spec: OptimizerSpec, gradients: readonly number[], isKernel = true): number[] {
	const parameter = { values: Float32Array.of(1), slots: emptySlots(spec, 1), isKernel };
	return gradients.map((gradient, i) => {
		moveParameter(spec, 0.1, i + 1, parameter, Float32Array.of(gradient));
		return parameter.values[0];
	});
}

const expectPath = (found: number[], expected: number[]) =>
	found.forEach((value, i) => {
		expect(value).toBeCloseTo(expected[i], 5);
	});

describe("an optimizer moves a weight as its paper says", () => {
	it("SGD with momentum and weight decay, as PyTorch", () => {
		expectPath(path(sgd(0.9, 0.5), [1, 1]), [1 - 0.1 * 1.5, 0.85 - 0.1 * (0.9 * 1.5 + 1 + 0.5 * 0.85)]);
	});

	it("RMSprop, as Keras", () => {
		const second = 0.9 * 0.1 + 0.1 * 0.25;
		const first = 1 - 0.1 / Math.sqrt(0.1 + 1e-7);
		expectPath(path(rmsprop(0.9), [1, -0.5]), [first, first + 0.05 / Math.sqrt(second + 1e-7)]);
	});

	it("Adam, whose first steps have the size of the rate", () => {
		expectPath(path(adam(), [3, 3]), [0.9, 0.8]);
	});

	it("AdamW decays kernels only", () => {
		expectPath(path(adam(0.5), [3]), [0.9 - 0.1 * 0.5]);
		expectPath(path(adam(0.5), [3], false), [0.9]);
	});
});
