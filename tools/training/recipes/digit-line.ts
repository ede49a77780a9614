import { digitLine } from "../../../lib/models/architectures/digit-line.ts";
import { adam } from "../optimizers.ts";
import type { Recipe } from "../recipe.ts";
import { lineStripSource, validationStrips } from "../sources/line-strips.ts";

export const recipe: Recipe = {
	network: digitLine,
	description:
		"Starts as digit-lens. Adam, one cycle up to 1e-3, weight decay 1e-4, batch 16 lines, label smoothing 0.02, " +
		"weights averaged over about 500 steps. Trained on lines of one to nine characters, from far apart to " +
		"overlapping, joined, with points, commas and dashes between, one in five ending in zeros: MNIST, pen strokes " +
		"(24 writers of pendigits), optdigits, handwriting fonts and the digit forms of many schools; letters, signs " +
		"and Omniglot as other characters. Validated on lines of MNIST's validation digits, frame by frame.",
	source: lineStripSource,
	trainedOn: ["mnist", "pendigits", "optdigits", "omniglot"],
	validation: validationStrips,
	initialiser: { model: "digit-lens" },
	optimizer: adam(1e-4),
	learningRate: 1e-3,
	schedule: { kind: "one-cycle", rise: 0.15 },
	batchSize: 16,
	epochs: 10,
	labelSmoothing: 0.02,
	averaging: 0.998,
	keep: "best",
	coarsestPrecision: "uint8",
};
