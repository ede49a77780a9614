import * as tf from "@tensorflow/tfjs-core";
import { type Padding, pairOf, type Size } from "../window.ts";

/** What the forward convolution was: kernel, stride and padding as in Keras, on NHWC tensors. */
export interface ConvGeometry {
	readonly kernelSize: Size;
	readonly strides: Size;
	readonly padding: Padding;
}

function run<T extends tf.Tensor>(
	kernel: string,
	inputs: tf.NamedTensorMap,
	geometry: ConvGeometry,
	of: object,
): T {
	const { strides, padding } = geometry;
	const attributes = { strides: [...pairOf(strides)], pad: padding, dataFormat: "NHWC", ...of };
	return tf.engine().runKernel(kernel, inputs, attributes) as T;
}

/**
 * Gradient of a convolution by its filter, [k, k, in, out], from its input x [n, h, w, in] and the gradient dy
 * [n, h', w', out] of its output. The backend has none of its own: needs `registerSimdKernels`.
 */
export function conv2dFilterGradient(x: tf.Tensor4D, dy: tf.Tensor4D, geometry: ConvGeometry): tf.Tensor4D {
	const filterShape = [...pairOf(geometry.kernelSize), x.shape[3], dy.shape[3]];
	return run("Conv2DBackpropFilter", { x, dy }, geometry, { filterShape });
}

/** Gradient of a convolution by its input of shape [n, h, w, in], from dy and the filter [k, k, in, out]. */
export function conv2dInputGradient(
	dy: tf.Tensor4D,
	filter: tf.Tensor4D,
	inputShape: readonly number[],
	geometry: ConvGeometry,
): tf.Tensor4D {
	return run("Conv2DBackpropInput", { dy, filter }, geometry, { inputShape: [...inputShape] });
}
