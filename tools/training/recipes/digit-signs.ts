import { digitSigns } from "../../../lib/models/architectures/digit-signs.ts";
import { adam } from "../optimizers.ts";
import type { Recipe } from "../recipe.ts";
import { signSource, validationSigns } from "../sources/digit-signs.ts";

export const recipe: Recipe = {
	network: digitSigns,
	description:
		"Adam, one cycle up to 3e-3, weight decay 1e-4, batch 64, label smoothing 0.02, weights averaged over about " +
		"500 steps. Learns to tell digits, other ink and eleven signs: signs of 62 handwriting fonts and of the " +
		"single-line fonts, and signs made up stroke by stroke; digits of MNIST, pen strokes (24 writers of " +
		"pendigits), optdigits, fonts and schools; letters, other alphabets, Omniglot, scribbles, textures, spoiled " +
		"digits, several characters at once and what the reader cuts out of lines. Validated on digits of MNIST's " +
		"validation part, writers and fonts that trained nothing, and made-up signs.",
	source: signSource,
	trainedOn: ["mnist", "pendigits", "optdigits", "omniglot"],
	validation: validationSigns,
	initialiser: "glorot-uniform",
	optimizer: adam(1e-4),
	learningRate: 3e-3,
	schedule: { kind: "one-cycle", rise: 0.2 },
	batchSize: 64,
	epochs: 12,
	labelSmoothing: 0.02,
	averaging: 0.998,
	keep: "best",
	coarsestPrecision: "uint8",
};
