import { activation, batchNormalization, conv2d, dense, dropout, flatten, maxPooling2D } from "../layers.ts";
import type { Network } from "../network.ts";

/** Batch normalisation as PyTorch does it. */
const normalise = () => batchNormalization(0.9, 1e-5);

export const cnn24x36: Network = {
	id: "cnn-24-36",
	layers: [
		conv2d(24, 3),
		normalise(),
		activation("relu"),
		maxPooling2D(),
		conv2d(36, 3),
		normalise(),
		activation("relu"),
		maxPooling2D(),
		flatten(),
		dense(128, "relu"),
		dropout(0.5),
		dense(10, "softmax"),
	],
};
