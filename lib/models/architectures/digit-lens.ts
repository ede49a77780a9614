import type { Layer } from "../layers.ts";
import { activation, batchNormalization, conv2d, dense, dropout, flatten, maxPooling2D } from "../layers.ts";
import type { Network } from "../network.ts";
import { GLYPH_OUTPUTS } from "../outputs.ts";

/** A convolution without bias (the normalisation has one), normalised, rectified. */
const block = (filters: number, padding: "same" | "valid" = "valid"): Layer[] => [
	conv2d(filters, 3, { useBias: false, padding }),
	batchNormalization(0.9, 1e-3),
	activation("relu"),
];

export const digitLens: Network = {
	id: "digit-lens",
	layers: [
		...block(16),
		...block(32),
		maxPooling2D(),
		...block(48),
		...block(96),
		maxPooling2D(),
		...block(128, "same"),
		...block(160),
		flatten(),
		dropout(0.3),
		dense(GLYPH_OUTPUTS, "softmax"),
	],
};
