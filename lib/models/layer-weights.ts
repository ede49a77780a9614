import type { Layer } from "./layers.ts";
import { pairOf } from "./window.ts";

/** A weight within its layer: Keras' name of it, its shape, and whether training changes it. */
export type BareWeight = readonly [name: string, shape: readonly number[], trainable?: boolean];

/** The weights of a layer whose input has this shape, in Keras' order. */
export function weightsOf(layer: Layer, inputShape: readonly number[]): readonly BareWeight[] {
	const channels = inputShape[inputShape.length - 1];
	const withBias = (kernel: BareWeight, outputs: number, useBias = true): BareWeight[] =>
		useBias ? [kernel, ["bias", [outputs]]] : [kernel];
	switch (layer.type) {
		case "Conv2D":
			return withBias(
				["kernel", [...pairOf(layer.kernelSize), channels, layer.filters]],
				layer.filters,
				layer.useBias,
			);
		case "DepthwiseConv2D":
			return withBias(
				["depthwise_kernel", [...pairOf(layer.kernelSize), channels, layer.multiplier]],
				channels * layer.multiplier,
				layer.useBias,
			);
		case "Dense":
			return withBias(["kernel", [channels, layer.units]], layer.units, layer.useBias);
		case "BatchNormalization":
			return [
				["gamma", [channels]],
				["beta", [channels]],
				["moving_mean", [channels], false],
				["moving_variance", [channels], false],
			];
		case "LayerNormalization": {
			const shape = inputShape.slice(inputShape.length - layer.axes);
			return [
				["gamma", shape],
				["beta", shape],
			];
		}
		case "PReLU":
			return [["alpha", layer.shape]];
		default:
			return [];
	}
}
