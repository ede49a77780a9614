import { activation, batchNormalization, conv2d, dense, dropout, flatten, maxPooling2D } from "../layers.ts";
import type { Network } from "../network.ts";

/** Batch normalisation is our addition: without it the thirteen layers do not learn from scratch. */
const convolutions = (filters: number, count: number) =>
	Array.from({ length: count }, () => [
		conv2d(filters, 3, { padding: "same" }),
		batchNormalization(0.9),
		activation("relu"),
	]).flat();

/** Simonyan & Zisserman 2015, configuration D, on 28x28 glyphs; the last pooling is left out. */
export const vgg16: Network = {
	id: "vgg-16",
	layers: [
		...convolutions(64, 2),
		maxPooling2D(),
		...convolutions(128, 2),
		maxPooling2D(),
		...convolutions(256, 3),
		maxPooling2D(),
		...convolutions(512, 3),
		maxPooling2D(),
		...convolutions(512, 3),
		flatten(),
		dense(256, "relu"),
		dropout(0.5),
		dense(256, "relu"),
		dropout(0.5),
		dense(10, "softmax"),
	],
};
