import { cnn24x36 } from "../../../lib/models/architectures/cnn-24-36.ts";
import { loadValidation } from "../../data/validation.ts";
import { sgd } from "../optimizers.ts";
import type { Recipe } from "../recipe.ts";
import { mnistSource } from "../sources/mnist.ts";

export const recipe: Recipe = {
	network: cnn24x36,
	description:
		"SGD 0.01, momentum 0.9, weight decay 1e-4, rate times 0.1 after 10 epochs, batch 64, 20 epochs, " +
		"rotation up to 15 degrees, shift up to a tenth, PyTorch's initial weights.",
	source: mnistSource({ rotation: 15, shift: 0.1 }),
	trainedOn: ["mnist"],
	validation: loadValidation,
	initialiser: "pytorch",
	optimizer: sgd(0.9, 1e-4),
	learningRate: 0.01,
	schedule: { kind: "step", every: 10, factor: 0.1 },
	batchSize: 64,
	epochs: 20,
	labelSmoothing: 0,
	averaging: 0,
	precision: "float16",
};
