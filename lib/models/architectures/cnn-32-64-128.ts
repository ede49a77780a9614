import { activation, batchNormalization, conv2d, dense, flatten, maxPooling2D } from "../layers.ts";
import type { Network } from "../network.ts";

const block = (filters: number, kernelSize: number) => [
	conv2d(filters, kernelSize, { padding: "same", l2: 0.01 }),
	batchNormalization(),
	activation("relu"),
	maxPooling2D(),
];

export const cnn32x64x128: Network = {
	id: "cnn-32-64-128",
	layers: [
		...block(32, 3),
		...block(64, 5),
		...block(128, 3),
		flatten(),
		dense(120, "relu"),
		dense(10, "softmax"),
	],
};
