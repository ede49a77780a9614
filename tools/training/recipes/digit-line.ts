import { digitLine } from "../../../lib/models/architectures/digit-line.ts";
import { adam } from "../optimizers.ts";
import type { Recipe } from "../recipe.ts";
import { lineSource, validationLines } from "../sources/lines.ts";

export const recipe: Recipe = {
	network: digitLine,
	description:
		"Adam, cycles up to 2e-3 and 1.2e-3, weight decay 1e-4, batch 24 lines of like width, connectionist temporal " +
		"classification in which a character may only be shown where it stands, weights averaged over about 500 " +
		"steps. Trained on numbers as people write them, one hand and one pen a line, on paper and through the search " +
		"for ink: MNIST, pen strokes (24 writers of pendigits), optdigits, handwriting fonts and the digit forms of " +
		"many schools; letters, signs and Omniglot as other characters. Validated on lines of hands that train nothing. " +
		"From epoch 21 on with softer ink, security print, blocks of JPEG files and fewer letters, in training and in " +
		"validation; from epoch 49 on, in the second cycle, with thinner pens through a scanner and more of the forms " +
		"that amounts are written in; from epoch 67 on, in the third, more upright, with zeros in one go that are flat, " +
		"open or ever smaller, 2s with a looped head and more forms of 1, 7 and 9.",
	source: lineSource,
	trainedOn: ["mnist", "pendigits", "optdigits", "omniglot"],
	validation: validationLines,
	initialiser: "he-uniform",
	optimizer: adam(1e-4),
	learningRate: 2e-3,
	schedule: {
		kind: "cycles",
		rise: 0.08,
		cycles: [
			{ epochs: 48, top: 1 },
			{ epochs: 18, top: 0.6 },
			{ epochs: 6, top: 0.4 },
		],
	},
	batchSize: 24,
	epochs: 72,
	loss: "ctc",
	labelSmoothing: 0,
	averaging: 0.998,
	keep: "last",
	coarsestPrecision: "uint8",
};
