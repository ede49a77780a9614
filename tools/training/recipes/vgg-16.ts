import { vgg16 } from "../../../lib/models/architectures/vgg-16.ts";
import { loadValidation } from "../../data/validation.ts";
import { adam } from "../optimizers.ts";
import type { Recipe } from "../recipe.ts";
import { mnistSource } from "../sources/mnist.ts";

export const recipe: Recipe = {
	network: vgg16,
	description:
		"Adam, batch 32; 50,000 digits to train, 10,000 to validate. Departures, which make thirteen layers learn from scratch: " +
		"batch normalisation after each convolution; instead of 1e-4 over 5 epochs, one " +
		"cycle up to 1e-3 in a single epoch; the weights kept are a moving average over the steps.",
	source: mnistSource(),
	trainedOn: ["mnist"],
	validation: loadValidation,
	initialiser: "glorot-uniform",
	optimizer: adam(),
	learningRate: 1e-3,
	schedule: { kind: "one-cycle", rise: 0.3 },
	batchSize: 32,
	epochs: 1,
	labelSmoothing: 0,
	averaging: 0.995,
	keep: "best",
	coarsestPrecision: "uint8",
};
