import { batchNormalization, conv2d, dense, dropout, flatten, maxPooling2D } from "../layers.ts";
import type { Network } from "../network.ts";

export const cnnBn64: Network = {
	id: "cnn-bn-64",
	layers: [
		conv2d(64, 3, { activation: "relu" }),
		batchNormalization(),
		maxPooling2D(),
		flatten(),
		dense(128, "relu"),
		dropout(0.5),
		dense(10, "softmax"),
	],
};
