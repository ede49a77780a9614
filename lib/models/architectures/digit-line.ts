import { activation, batchNormalization, conv2d, type Layer, maxPooling2D } from "../layers.ts";
import { FRAME_STEP, LINE_CLASSES, STRIP_HEIGHT } from "../line-strip.ts";
import type { Network } from "../network.ts";
import type { Size } from "../window.ts";

/** A convolution without bias (the normalisation has one), normalised, rectified. */
const block = (
	filters: number,
	window: Size,
	{ strides = 1, padding = "same" as "same" | "valid" } = {},
): Layer[] => [
	conv2d(filters, window, { strides, padding, useBias: false }),
	batchNormalization(0.9, 1e-3),
	activation("relu"),
];

/**
 * Reads a strip as a whole, without cutting it: convolutions down to one row of frames, then over neighbouring
 * frames, so that a digit is seen among others; trained with CTC (the shape of Shi et al. 2017, "An end-to-end
 * trainable neural network for image-based sequence recognition", without its recurrence).
 */
export const digitLine: Network = {
	id: "digit-line",
	// It reads strips of every width that is a whole number of frames.
	inputShape: [STRIP_HEIGHT, 32 * FRAME_STEP, 1],
	layers: [
		...block(24, 5, { strides: 2 }),
		...block(32, 3),
		maxPooling2D(2),
		...block(48, 3),
		...block(64, 3),
		maxPooling2D([2, 1]),
		...block(96, 3),
		...block(128, [4, 1], { padding: "valid" }),
		...block(128, [1, 5]),
		...block(128, [1, 5]),
		conv2d(LINE_CLASSES, 1),
		activation("softmax"),
	],
};
