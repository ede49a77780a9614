import * as tf from "@tensorflow/tfjs-core";
import { describe, it } from "vitest";
import { batchNormForward, batchNormGradients } from "../../../../lib/models/kernels/batch-norm.ts";
import {
	conv2dFilterGradient,
	conv2dInputGradient,
} from "../../../../lib/models/kernels/conv2d-gradients.ts";
import { columnSums, maxPoolGradient, reluGradient } from "../../../../lib/models/simd/elementwise.ts";
import { pairOf } from "../../../../lib/models/window.ts";
import { expectClose, normal, onCpu, onWasm, runKernel } from "./reference.ts";

const geometries = [
	{ kernelSize: 3, strides: 1, padding: "valid" },
	{ kernelSize: 4, strides: 1, padding: "same" },
	{ kernelSize: 5, strides: 1, padding: "same" },
	{ kernelSize: 1, strides: 1, padding: "same" },
	{ kernelSize: [1, 5], strides: 1, padding: "same" },
	{ kernelSize: [4, 1], strides: 1, padding: "valid" },
	{ kernelSize: 5, strides: 2, padding: "same" },
] as const;

describe.each([8, 9])("the gradients of a convolution over a side of %i", (side) => {
	it.each(geometries)("agree with the cpu backend: %o", async (geometry) => {
		const { kernelSize, strides, padding } = geometry;
		const inputs = () => ({
			x: normal([3, side, side, 4], 1) as tf.Tensor4D,
			filter: normal([...pairOf(kernelSize), 4, 6], 2) as tf.Tensor4D,
		});
		const outputGradient = (shape: number[]) => normal(shape, 3) as tf.Tensor4D;
		const expected = await onCpu(() => {
			const { x, filter } = inputs();
			const dy = outputGradient(tf.conv2d(x, filter, strides, padding).shape);
			const attributes = { strides, pad: padding, dataFormat: "NHWC" };
			return [
				runKernel("Conv2DBackpropInput", { dy, filter }, { ...attributes, inputShape: x.shape }),
				runKernel("Conv2DBackpropFilter", { x, dy }, { ...attributes, filterShape: filter.shape }),
			];
		});
		const found = await onWasm(() => {
			const { x, filter } = inputs();
			const dy = outputGradient(tf.conv2d(x, filter, strides, padding).shape);
			return [conv2dInputGradient(dy, filter, x.shape, geometry), conv2dFilterGradient(x, dy, geometry)];
		});
		expectClose(found, expected);
	});
});

it.each([
	[2, 2],
	[3, 3],
	[2, 1],
] as [number, number][])(
	"the gradient of max pooling by %i x %i agrees with the cpu backend, also below zero",
	async (...size) => {
		const input = () => tf.sub(normal([2, 7, 8, 5], 4), 2) as tf.Tensor4D;
		const expected = await onCpu(() => {
			const x = input();
			const output = tf.maxPool(x, size, size, "valid");
			const attributes = { filterSize: size, strides: size, pad: "valid" };
			return [runKernel("MaxPoolGrad", { dy: normal(output.shape, 5), input: x, output }, attributes)];
		});
		const found = await onWasm(() => {
			const dy = normal(tf.maxPool(input(), size, size, "valid").shape, 5) as tf.Tensor4D;
			return [maxPoolGradient(input(), dy, size)];
		});
		expectClose(found, expected);
	},
);

/** Batch normalisation of x [rows, columns] in double precision, weighted by dy and summed. */
function weightedNorm(x: number[], gamma: number[], beta: number[], dy: number[]): number {
	const columns = gamma.length;
	const rows = x.length / columns;
	const mean = gamma.map((_, c) => x.reduce((sum, v, i) => sum + (i % columns === c ? v : 0), 0) / rows);
	const variance = gamma.map(
		(_, c) => x.reduce((sum, v, i) => sum + (i % columns === c ? (v - mean[c]) ** 2 : 0), 0) / rows,
	);
	return x.reduce((sum, v, i) => {
		const c = i % columns;
		return sum + dy[i] * (((v - mean[c]) / Math.sqrt(variance[c] + 1e-3)) * gamma[c] + beta[c]);
	}, 0);
}

/** Derivative of `of` by each of `values`, by central differences. */
const slopes = (values: number[], of: (values: number[]) => number) =>
	Float32Array.from(values, (value, i) => {
		const step = 1e-4;
		return (of(values.with(i, value + step)) - of(values.with(i, value - step))) / (2 * step);
	});

it("the gradients of batch normalisation agree with differences in double precision", async () => {
	const values: number[][] = [];
	const found = await onWasm(() => {
		const x = tf.add(tf.mul(normal([4, 3, 3, 5], 6), 3), 2);
		const [gamma, beta] = [tf.add(normal([5], 7), 2), normal([5], 8)] as [tf.Tensor1D, tf.Tensor1D];
		const dy = normal(x.shape, 9);
		values.push(...[x, gamma, beta, dy].map((tensor) => Array.from(tensor.dataSync())));
		const batch = batchNormForward(x, gamma, beta, 1e-3);
		const { dx, dGamma, dBeta } = batchNormGradients(x, dy, batch, gamma);
		return [dx(), dGamma, dBeta];
	});
	const [x, gamma, beta, dy] = values;
	expectClose(found, [
		slopes(x, (changed) => weightedNorm(changed, gamma, beta, dy)),
		slopes(gamma, (changed) => weightedNorm(x, changed, beta, dy)),
		slopes(beta, (changed) => weightedNorm(x, gamma, changed, dy)),
	]);
});

it("batch normalisation normalises each channel as the cpu backend does with the same statistics", async () => {
	const input = () => tf.add(tf.mul(normal([6, 5, 5, 7], 6), 3), 2) as tf.Tensor4D;
	const vectors = () => [tf.add(normal([7], 7), 2), normal([7], 8)] as [tf.Tensor1D, tf.Tensor1D];
	const expected = await onCpu(() => {
		const { mean, variance } = tf.moments(input(), [0, 1, 2]);
		const [gamma, beta] = vectors();
		return [
			tf.batchNorm(input(), mean as tf.Tensor1D, variance as tf.Tensor1D, beta, gamma, 1e-3),
			mean,
			variance,
		];
	});
	const found = await onWasm(() => {
		const { output, mean, variance } = batchNormForward(input(), ...vectors(), 1e-3);
		return [output, mean, variance];
	});
	expectClose(found, expected);
});

it("column sums agree with the cpu backend over many rows", async () => {
	const input = () => normal([40, 26, 26, 3], 10);
	const expected = await onCpu(() => [tf.sum(tf.square(input()), [0, 1, 2])]);
	expectClose(await onWasm(() => [columnSums(tf.square(input()))]), expected);
});

it("the gradient of ReLU passes where the output is above zero", async () => {
	const inputs = () => [normal([3, 5, 7], 11), tf.relu(normal([3, 5, 7], 12))] as const;
	const expected = await onCpu(() => {
		const [dy, y] = inputs();
		return [tf.mul(dy, tf.step(y))];
	});
	expectClose(await onWasm(() => [reluGradient(...inputs())]), expected);
});
