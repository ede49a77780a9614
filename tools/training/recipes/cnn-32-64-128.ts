import { cnn32x64x128 } from "../../../lib/models/architectures/cnn-32-64-128.ts";
import { loadValidation } from "../../data/validation.ts";
import { adam } from "../optimizers.ts";
import type { Recipe } from "../recipe.ts";
import { mnistSource } from "../sources/mnist.ts";

export const recipe: Recipe = {
	network: cnn32x64x128,
	description:
		"Adam 1e-4, batch 32, 5 epochs, L2 0.01 on the kernels of the convolutions. Departure: the weights kept are a moving average over the steps.",
	source: mnistSource(),
	trainedOn: ["mnist"],
	validation: loadValidation,
	initialiser: "glorot-uniform",
	optimizer: adam(),
	learningRate: 1e-4,
	schedule: { kind: "constant" },
	batchSize: 32,
	epochs: 5,
	labelSmoothing: 0,
	averaging: 0.999,
	keep: "best",
	coarsestPrecision: "uint8",
};
