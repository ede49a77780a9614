import { dense512 } from "../../../lib/models/architectures/dense-512.ts";
import { loadValidation } from "../../data/validation.ts";
import { rmsprop } from "../optimizers.ts";
import type { Recipe } from "../recipe.ts";
import { mnistSource } from "../sources/mnist.ts";

export const recipe: Recipe = {
	network: dense512,
	description:
		"RMSprop 1e-3 (rho 0.9), batch 128, 25 epochs, no augmentation. Departures, which make " +
		"good that 10,000 digits validate instead of training: labels smoothed by 0.1, and the weights kept are a " +
		"moving average over the steps.",
	source: mnistSource(),
	trainedOn: ["mnist"],
	validation: loadValidation,
	initialiser: "glorot-uniform",
	optimizer: rmsprop(0.9),
	learningRate: 1e-3,
	schedule: { kind: "constant" },
	batchSize: 128,
	epochs: 25,
	labelSmoothing: 0.1,
	averaging: 0.999,
	keep: "best",
	coarsestPrecision: "uint8",
};
