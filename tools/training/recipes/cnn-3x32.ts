import { cnn3x32 } from "../../../lib/models/architectures/cnn-3x32.ts";
import { loadValidation } from "../../data/validation.ts";
import { adam } from "../optimizers.ts";
import type { Recipe } from "../recipe.ts";
import { mnistSource } from "../sources/mnist.ts";

export const recipe: Recipe = {
	network: cnn3x32,
	description:
		"Adam 1e-3, batch 128, 10 epochs. Departure: the weights kept are a moving average over the steps.",
	source: mnistSource(),
	trainedOn: ["mnist"],
	validation: loadValidation,
	initialiser: "glorot-uniform",
	optimizer: adam(),
	learningRate: 1e-3,
	schedule: { kind: "constant" },
	batchSize: 128,
	epochs: 10,
	labelSmoothing: 0,
	averaging: 0.999,
	keep: "best",
	coarsestPrecision: "uint8",
};
