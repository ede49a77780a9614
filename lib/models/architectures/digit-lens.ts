import type { Layer } from "../layers.ts";
import { activation, batchNormalization, conv2d, dense, dropout, flatten, maxPooling2D } from "../layers.ts";
import type { Network } from "../network.ts";

/** A convolution without bias (the normalisation has one), normalised, rectified. */
const block = (filters: number, padding: "same" | "valid" = "valid"): Layer[] => [
	conv2d(filters, 3, { useBias: false, padding }),
	batchNormalization(0.9, 1e-3),
	activation("relu"),
];

/** Ten digits, "not a digit" and "several digits". */
const CLASSES = 12;

export const digitLens: Network = {
	id: "digit-lens",
	layers: [
		...block(16),
		...block(16),
		maxPooling2D(),
		...block(32),
		...block(64),
		maxPooling2D(),
		...block(96, "same"),
		...block(128),
		flatten(),
		dropout(0.3),
		dense(CLASSES, "softmax"),
	],
};
