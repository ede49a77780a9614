import { digitLens } from "../../../lib/models/architectures/digit-lens.ts";
import { unseenDigits } from "../../data/unseen-digits.ts";
import { loadValidation } from "../../data/validation.ts";
import { adam } from "../optimizers.ts";
import type { Recipe } from "../recipe.ts";
import { digitLensSource } from "../sources/digit-lens.ts";

export const recipe: Recipe = {
	network: digitLens,
	description:
		"Goes on from its own earlier weights, of 28 epochs of the same kinds of samples without boxes and outline fonts. " +
		"Adam, one cycle up to 6e-4, weight decay 1e-4, batch 64, label smoothing 0.02, weights averaged over about " +
		"500 steps. Trained on MNIST, pen strokes (24 writers of pendigits), optdigits, digits in small boxes, " +
		"single-line and outline fonts and the digit forms of many schools, bent, thinned, thickened and damaged at " +
		"random; against letters of fonts, signs, Omniglot, scribbles, shapes, textures, spoiled digits (not a digit), " +
		"two or three digits in one glyph (several digits) and what the reader cuts out of lines. Its cycle was begun " +
		"for ten epochs and went on for seven.",
	source: digitLensSource,
	trainedOn: ["mnist", "pendigits", "optdigits", "omniglot"],
	validation: loadValidation,
	refusal: unseenDigits,
	initialiser: { model: "digit-lens" },
	optimizer: adam(1e-4),
	learningRate: 6e-4,
	schedule: { kind: "one-cycle", rise: 0.2 },
	batchSize: 64,
	epochs: 7,
	labelSmoothing: 0.02,
	averaging: 0.998,
	keep: "mean of start, best and last",
	coarsestPrecision: "float16",
};
