import { cnn64x128 } from "../../../lib/models/architectures/cnn-64-128.ts";
import { loadValidation } from "../../data/validation.ts";
import { adam } from "../optimizers.ts";
import type { Recipe } from "../recipe.ts";
import { mnistSource } from "../sources/mnist.ts";

export const recipe: Recipe = {
	network: cnn64x128,
	description:
		"Adam 1e-3, batch 64, 8 epochs; 50,000 digits to train, 10,000 to validate. Departure: the weights kept are a moving average over the steps.",
	source: mnistSource(),
	trainedOn: ["mnist"],
	validation: loadValidation,
	initialiser: "glorot-uniform",
	optimizer: adam(),
	learningRate: 1e-3,
	schedule: { kind: "constant" },
	batchSize: 64,
	epochs: 8,
	labelSmoothing: 0,
	averaging: 0.999,
	keep: "best",
	coarsestPrecision: "uint8",
};
