import * as tf from "@tensorflow/tfjs-core";

/** Adds each output gradient to the first largest input of its window; windows do not overlap. */
function scatter(
	x: Float32Array,
	dy: Float32Array,
	dx: Float32Array,
	[, height, width, channels]: readonly number[],
	[batch, outHeight, outWidth]: readonly number[],
	poolSize: number,
): void {
	let out = 0;
	for (let n = 0; n < batch; n++)
		for (let row = 0; row < outHeight; row++)
			for (let column = 0; column < outWidth; column++) {
				const corner = ((n * height + row * poolSize) * width + column * poolSize) * channels;
				for (let channel = 0; channel < channels; channel++, out++) {
					let best = corner + channel;
					for (let i = 0; i < poolSize; i++)
						for (let j = 0; j < poolSize; j++) {
							const index = corner + channel + (i * width + j) * channels;
							if (x[index] > x[best]) best = index;
						}
					dx[best] = dy[out];
				}
			}
}

/**
 * Gradient of max pooling with windows of `poolSize` that do not overlap, from its input x [n, h, w, c] and
 * the gradient dy of its output. The WASM backend's own kernel is wrong where a window's maximum is <= 0.
 */
export function maxPoolGradient(x: tf.Tensor4D, dy: tf.Tensor4D, poolSize: number): tf.Tensor4D {
	const dx = new Float32Array(x.size);
	scatter(x.dataSync<"float32">(), dy.dataSync<"float32">(), dx, x.shape, dy.shape, poolSize);
	return tf.tensor4d(dx, x.shape);
}
