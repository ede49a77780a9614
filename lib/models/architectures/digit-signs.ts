import type { Layer } from "../layers.ts";
import { activation, batchNormalization, conv2d, dense, dropout, flatten, maxPooling2D } from "../layers.ts";
import type { Network } from "../network.ts";
import { SIGN_CLASSES } from "../signs.ts";

/** A convolution without bias (the normalisation has one), normalised, rectified. */
const block = (filters: number): Layer[] => [
	conv2d(filters, 3, { useBias: false }),
	batchNormalization(0.9, 1e-3),
	activation("relu"),
];

/** A tenth of `digit-lens`: signs are plainer than digits, and it is asked beside it. */
export const digitSigns: Network = {
	id: "digit-signs",
	layers: [
		...block(12),
		...block(16),
		maxPooling2D(),
		...block(24),
		...block(40),
		maxPooling2D(),
		...block(48),
		flatten(),
		dropout(0.2),
		dense(SIGN_CLASSES.length, "softmax"),
	],
};
