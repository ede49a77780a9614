import { ann512x128 } from "../../../lib/models/architectures/ann-512-128.ts";
import { loadValidation } from "../../data/validation.ts";
import { adam } from "../optimizers.ts";
import type { Recipe } from "../recipe.ts";
import { mnistSource } from "../sources/mnist.ts";

export const recipe: Recipe = {
	network: ann512x128,
	description: "Adam 1e-4, batch 32, 5 epochs; 50,000 digits to train, 10,000 to validate.",
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
	averaging: 0,
	precision: "float16",
};
