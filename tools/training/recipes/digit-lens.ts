import { digitLens } from "../../../lib/models/architectures/digit-lens.ts";
import { unseenDigits } from "../../data/unseen-digits.ts";
import { loadValidation } from "../../data/validation.ts";
import { adam } from "../optimizers.ts";
import type { Recipe } from "../recipe.ts";
import { digitLensSource } from "../sources/digit-lens.ts";

export const recipe: Recipe = {
	network: digitLens,
	description:
		"Adam, one cycle up to 2e-3, weight decay 1e-4, batch 64, label smoothing 0.02, weights averaged over about 500 steps. " +
		"Trained on MNIST, pen strokes (24 writers of pendigits), optdigits and single-line fonts, bent, thinned, " +
		"thickened and damaged at random; against letters, signs, Omniglot, scribbles, shapes, textures, spoiled " +
		"digits (not a digit), two or three digits in one glyph (several digits) and what the reader cuts out of lines. " +
		"The mix was mended on the way: MNIST kept crisp from epoch 13 on, more of it from 18 on, cut lines from 25 on, half of it MNIST from 34 on.",
	source: digitLensSource,
	trainedOn: ["mnist", "pendigits", "optdigits", "omniglot"],
	validation: loadValidation,
	refusal: unseenDigits,
	initialiser: "glorot-uniform",
	optimizer: adam(1e-4),
	learningRate: 2e-3,
	schedule: { kind: "one-cycle", rise: 0.2 },
	batchSize: 64,
	epochs: 39,
	labelSmoothing: 0.02,
	averaging: 0.998,
	precision: "float16",
};
