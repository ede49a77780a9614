import { conv2d, dense, dropout, flatten, maxPooling2D } from "../layers.ts";
import type { Network } from "../network.ts";

export const cnn64x128: Network = {
	id: "cnn-64-128",
	layers: [
		conv2d(64, 3, { activation: "relu" }),
		maxPooling2D(),
		dropout(0.15),
		conv2d(128, 3, { activation: "relu" }),
		maxPooling2D(),
		dropout(0.15),
		flatten(),
		dense(64, "relu"),
		dropout(0.2),
		dense(32, "relu"),
		dropout(0.2),
		dense(10, "softmax"),
	],
};
