import * as tf from "@tensorflow/tfjs-core";
import { batchNormForward, batchNormGradients } from "../kernels/batch-norm.ts";
import { conv2dFilterGradient, conv2dInputGradient } from "../kernels/conv2d-gradients.ts";
import type { Activation, BatchNormalization, Conv2D, Dropout, Layer, MaxPooling2D } from "../layers.ts";
import type { PlacedLayer } from "../network.ts";
import { columnSums, maxPoolGradient, reluGradient } from "../simd/elementwise.ts";
import { pairOf } from "../window.ts";

/** What comes back through a layer: gradients of its trainable weights, in order, and of its input on demand. */
export interface Pulled {
	readonly gradients: readonly tf.Tensor[];
	readonly dx: () => tf.Tensor;
}

/** One layer's part of a training step. */
export interface LayerPass {
	readonly output: tf.Tensor;
	/** The backward pass for the gradient of the output. */
	readonly pull: (dy: tf.Tensor) => Pulled;
	/** Of batch normalisation: this batch's mean and variance, for the moving averages. */
	readonly statistics?: readonly [mean: tf.Tensor, variance: tf.Tensor];
}

/** Uniform numbers in 0..1, from a seed so that training repeats. */
export type Random = () => number;

function withActivation(pass: LayerPass, activation: Activation): LayerPass {
	if (activation !== "relu") {
		// A last softmax is left to the loss.
		if (activation === "linear" || activation === "softmax") return pass;
		throw new Error(`The activation ${activation} cannot be trained.`);
	}
	const output = tf.relu(pass.output);
	return { ...pass, output, pull: (dy) => pass.pull(reluGradient(dy, output)) };
}

function convPass(layer: Conv2D, x: tf.Tensor4D, [filter, bias]: tf.Tensor[]): LayerPass {
	const kernel = filter as tf.Tensor4D;
	const pad = layer.padding;
	if (typeof pad !== "string") throw new Error("A convolution with margins of its own cannot be trained.");
	const output = tf.fused.conv2d({ x, filter: kernel, strides: [...pairOf(layer.strides)], pad, bias });
	const pull = (dy: tf.Tensor): Pulled => {
		const dKernel = conv2dFilterGradient(x, dy as tf.Tensor4D, layer);
		return {
			gradients: bias ? [dKernel, columnSums(dy)] : [dKernel],
			dx: () => conv2dInputGradient(dy as tf.Tensor4D, kernel, x.shape, layer),
		};
	};
	return withActivation({ output, pull }, layer.activation);
}

function densePass(activation: Activation, x: tf.Tensor, [kernel, bias]: tf.Tensor[]): LayerPass {
	const output = tf.fused.matMul({ a: x, b: kernel, bias });
	const pull = (dy: tf.Tensor): Pulled => ({
		gradients: [tf.matMul(x, dy, true, false), columnSums(dy)],
		dx: () => tf.matMul(dy, kernel, false, true),
	});
	return withActivation({ output, pull }, activation);
}

function normalisationPass(layer: BatchNormalization, x: tf.Tensor, weights: tf.Tensor[]): LayerPass {
	const [gamma, beta] = weights as tf.Tensor1D[];
	const batch = batchNormForward(x, gamma, beta, layer.epsilon);
	return {
		output: batch.output,
		statistics: [batch.mean, batch.variance],
		pull: (dy) => {
			const { dx, dGamma, dBeta } = batchNormGradients(x, dy, batch, gamma);
			return { gradients: [dGamma, dBeta], dx };
		},
	};
}

function dropoutPass({ rate }: Dropout, x: tf.Tensor, random: Random): LayerPass {
	const scale = 1 / (1 - rate);
	const values = new Float32Array(x.size);
	for (let i = 0; i < values.length; i++) values[i] = random() < rate ? 0 : scale;
	const mask = tf.tensor(values, x.shape);
	return { output: tf.mul(x, mask), pull: (dy) => ({ gradients: [], dx: () => tf.mul(dy, mask) }) };
}

function poolPass({ poolSize, strides, padding }: MaxPooling2D, x: tf.Tensor4D): LayerPass {
	if ((strides ?? poolSize) !== poolSize || (padding ?? "valid") !== "valid")
		throw new Error("Only max pooling over windows side by side can be trained.");
	const window: [number, number] = [...pairOf(poolSize)];
	return {
		output: tf.maxPool(x, window, window, "valid"),
		pull: (dy) => ({ gradients: [], dx: () => maxPoolGradient(x, dy, window) }),
	};
}

function shapePass(layer: Layer, x: tf.Tensor, outputShape: readonly number[]): LayerPass {
	if (layer.type === "Flatten")
		return {
			output: tf.reshape(x, [-1, ...outputShape]),
			pull: (dy) => ({ gradients: [], dx: () => tf.reshape(dy, x.shape) }),
		};
	if (layer.type !== "GlobalAveragePooling2D") throw new Error(`The layer ${layer.type} cannot be trained.`);
	const [n, height, width, channels] = x.shape;
	return {
		output: tf.mean(x, [1, 2]),
		pull: (dy) => ({
			gradients: [],
			dx: () => tf.tile(tf.reshape(tf.div(dy, height * width), [n, 1, 1, channels]), [1, height, width, 1]),
		}),
	};
}

/** The forward pass of a layer in training, and how to go back. A last softmax is left to the loss. */
export function passLayer(
	{ layer, outputShape }: PlacedLayer,
	x: tf.Tensor,
	weights: tf.Tensor[],
	random: Random,
): LayerPass {
	switch (layer.type) {
		case "Conv2D":
			return convPass(layer, x as tf.Tensor4D, weights);
		case "Dense":
			return densePass(layer.activation, x, weights);
		case "BatchNormalization":
			return normalisationPass(layer, x, weights);
		case "MaxPooling2D":
			return poolPass(layer, x as tf.Tensor4D);
		case "Dropout":
			return dropoutPass(layer, x, random);
		case "Activation":
			return withActivation({ output: x, pull: (dy) => ({ gradients: [], dx: () => dy }) }, layer.activation);
		default:
			return shapePass(layer, x, outputShape);
	}
}
