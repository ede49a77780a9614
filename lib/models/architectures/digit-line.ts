import { activation, conv2d } from "../layers.ts";
import { frameCount, STRIP_HEIGHT } from "../line-strip.ts";
import type { Network } from "../network.ts";
import { digitLens } from "./digit-lens.ts";

/** Width of the strips it is trained on; it reads strips of every width. */
export const TRAINING_WIDTH = 128;
export const TRAINING_FRAMES = frameCount(TRAINING_WIDTH);

/** Ten digits, another character, and nothing: between characters or beside them. */
const CLASSES = 12;

/**
 * `digit-lens` slid over a whole line: its dense layer is a convolution over the last 2 x 2 places, so that one
 * pass answers for every window (a space displacement neural network: Matan et al. 1992, "Multi-digit recognition
 * using a space displacement neural network").
 */
export const digitLine: Network = {
	id: "digit-line",
	inputShape: [STRIP_HEIGHT, TRAINING_WIDTH, 1],
	layers: [
		...digitLens.layers.filter(({ type }) => type !== "Flatten" && type !== "Dropout" && type !== "Dense"),
		conv2d(CLASSES, 2),
		activation("softmax"),
	],
};
