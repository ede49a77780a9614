import * as tf from "@tensorflow/tfjs-core";
import { centredColumnDots, columnSums, mixColumns, scaleColumns } from "../simd/elementwise.ts";

/** Batch normalisation of a training step (Ioffe & Szegedy 2015), with what its gradient needs. */
export interface NormalisedBatch {
	readonly output: tf.Tensor;
	/** Mean and variance (of the population) of each channel over the batch. */
	readonly mean: tf.Tensor1D;
	readonly variance: tf.Tensor1D;
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
	const variance = tf.div<tf.Tensor1D>(centredColumnDots(x, x, mean), count);
	const inverse = tf.rsqrt(tf.add<tf.Tensor1D>(variance, epsilon));
	const scale = tf.mul(gamma, inverse);
	const output = scaleColumns(x, scale, tf.sub(beta, tf.mul(mean, scale)));
	return { output, mean, variance, inverse };
}

/** Gradients by input x, gamma and beta from the gradient dy of the output. Call inside `tf.tidy`. */
export function batchNormGradients(
	x: tf.Tensor,
	dy: tf.Tensor,
	{ mean, inverse }: NormalisedBatch,
	gamma: tf.Tensor1D,
): { dx: () => tf.Tensor; dGamma: tf.Tensor; dBeta: tf.Tensor } {
	const count = dy.size / gamma.size;
	const dBeta = columnSums(dy);
	const dGamma = tf.mul(centredColumnDots(x, dy, mean), inverse);
	const dx = () => {
		const scale = tf.mul(gamma, inverse);
		const slope = tf.div(tf.mul(tf.mul(scale, inverse), dGamma), -count);
		const shift = tf.sub(tf.div(tf.mul(scale, dBeta), -count), tf.mul(mean, slope));
		return mixColumns(dy, scale, x, slope, shift);
	};
	return { dx, dGamma, dBeta };
}
