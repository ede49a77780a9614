import * as tf from "@tensorflow/tfjs-core";

/** What the forward convolution was: kernel side, stride and padding as in Keras, on NHWC tensors. */
export interface ConvGeometry {
	readonly kernelSize: number;
	readonly strides: number;
	readonly padding: "same" | "valid";
}

type Pads = [[number, number], [number, number], [number, number], [number, number]];

/** Zeros before and after a side of `size`, as TensorFlow pads for "same". */
function padsOf(size: number, { kernelSize, strides, padding }: ConvGeometry): [number, number] {
	if (padding === "valid") return [0, 0];
	const total = Math.max((Math.ceil(size / strides) - 1) * strides + kernelSize - size, 0);
	return [Math.floor(total / 2), Math.ceil(total / 2)];
}

/**
 * Gradient of a convolution by its filter, [k, k, in, out], from its input x [n, h, w, in] and the gradient dy
 * [n, h', w', out] of its output. It is itself a convolution, which XNNPACK is fast at: the channels of x
 * become the batch, the batch becomes the channels, and dy is the filter, spread out by the stride.
 */
export function conv2dFilterGradient(x: tf.Tensor4D, dy: tf.Tensor4D, geometry: ConvGeometry): tf.Tensor4D {
	const { kernelSize, strides } = geometry;
	return tf.tidy(() => {
		const [, height, width] = x.shape;
		const pads: Pads = [[0, 0], padsOf(height, geometry), padsOf(width, geometry), [0, 0]];
		const images = tf.transpose(x, [3, 1, 2, 0]);
		const filter = tf.transpose(dy, [1, 2, 0, 3]);
		const gradient = tf.conv2d(images, filter, 1, pads, "NHWC", strides);
		// With a stride the last window may leave rows over; they belong to no tap of the filter.
		const taps = tf.slice(gradient, 0, [-1, kernelSize, kernelSize, -1]);
		return tf.transpose(taps, [1, 2, 0, 3]);
	});
}

/** `dy` with strides - 1 zeros after every value of the rows and columns. */
function spread(dy: tf.Tensor4D, strides: number): tf.Tensor4D {
	if (strides === 1) return dy;
	const [n, height, width, channels] = dy.shape;
	const gaps: [number, number][] = [
		[0, 0],
		[0, 0],
		[0, strides - 1],
		[0, 0],
		[0, strides - 1],
		[0, 0],
	];
	const split = tf.reshape(dy, [n, height, 1, width, 1, channels]);
	return tf.reshape(tf.pad(split, gaps), [n, height * strides, width * strides, channels]);
}

/**
 * Gradient of a convolution by its input of shape [n, h, w, in]: the convolution of dy [n, h', w', out] with
 * the filter [k, k, in, out] flipped in rows and columns, its inputs and outputs exchanged.
 */
export function conv2dInputGradient(
	dy: tf.Tensor4D,
	filter: tf.Tensor4D,
	inputShape: readonly number[],
	geometry: ConvGeometry,
): tf.Tensor4D {
	const { kernelSize, strides } = geometry;
	return tf.tidy(() => {
		const flipped = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]) as tf.Tensor4D;
		const spreadOut = spread(dy, strides);
		const sidePads = (axis: 1 | 2): [number, number] => {
			const before = kernelSize - 1 - padsOf(inputShape[axis], geometry)[0];
			return [before, inputShape[axis] + kernelSize - 1 - spreadOut.shape[axis] - before];
		};
		const [rows, columns] = [sidePads(1), sidePads(2)];
		// A stride that overshoots leaves zeros at the end which no input has seen.
		const seen = tf.slice(spreadOut, 0, [
			-1,
			spreadOut.shape[1] + Math.min(rows[1], 0),
			spreadOut.shape[2] + Math.min(columns[1], 0),
			-1,
		]);
		const pads: Pads = [
			[0, 0],
			[rows[0], Math.max(rows[1], 0)],
			[columns[0], Math.max(columns[1], 0)],
			[0, 0],
		];
		return tf.conv2d(seen, flipped, 1, pads);
	});
}
