import * as tf from "@tensorflow/tfjs-core";
import { columnSums } from "./column-sums.ts";

/** Batch normalisation of a training step (Ioffe & Szegedy 2015), with what its gradient needs. */
export interface NormalisedBatch {
	readonly output: tf.Tensor;
	/** Mean and variance (of the population) of each channel over the batch. */
	readonly mean: tf.Tensor1D;
	readonly variance: tf.Tensor1D;
	/** Input less its mean. */
	readonly centred: tf.Tensor;
	/** 1 / sqrt(variance + epsilon). */
	readonly inverse: tf.Tensor1D;
}

/** Normalises x [..., channels] by its own statistics. Call inside `tf.tidy`. */
export function batchNormForward(
	x: tf.Tensor,
	gamma: tf.Tensor1D,
	beta: tf.Tensor1D,
	epsilon: number,
): NormalisedBatch {
	const count = x.size / gamma.size;
	const mean = tf.div<tf.Tensor1D>(columnSums(x), count);
	const centred = tf.sub(x, mean);
	const variance = tf.div<tf.Tensor1D>(columnSums(tf.square(centred)), count);
	const inverse = tf.rsqrt(tf.add<tf.Tensor1D>(variance, epsilon));
	const output = tf.add(tf.mul(centred, tf.mul(gamma, inverse)), beta);
	return { output, mean, variance, centred, inverse };
}

/** Gradients by input, gamma and beta from the gradient dy of the output. Call inside `tf.tidy`. */
export function batchNormGradients(
	dy: tf.Tensor,
	{ centred, inverse }: NormalisedBatch,
	gamma: tf.Tensor1D,
): { dx: () => tf.Tensor; dGamma: tf.Tensor; dBeta: tf.Tensor } {
	const count = dy.size / gamma.size;
	const dBeta = columnSums(dy);
	const dGamma = tf.mul(columnSums(tf.mul(dy, centred)), inverse);
	const dx = () => {
		const slope = tf.mul(gamma, inverse);
		const pull = tf.div(tf.mul(tf.mul(slope, inverse), dGamma), -count);
		const offset = tf.div(tf.mul(slope, dBeta), -count);
		return tf.add(tf.add(tf.mul(dy, slope), tf.mul(centred, pull)), offset);
	};
	return { dx, dGamma, dBeta };
}
