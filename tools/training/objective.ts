import { ctcBatchLoss } from "../../lib/models/training/ctc.ts";
import { type LossFunction, softmaxCrossEntropy } from "../../lib/models/training/loss.ts";
import type { Recipe } from "./recipe.ts";

/** What a network is trained to make small, by name. */
export type Loss = "cross-entropy" | "ctc";

/** The loss of a recipe as it trains; without its smoothing, as it is validated. */
export function lossOf({
	loss,
	labelSmoothing = 0,
}: Partial<Pick<Recipe, "loss" | "labelSmoothing">>): LossFunction {
	if (loss === "ctc") return ctcBatchLoss;
	return (logits, labels) => softmaxCrossEntropy(logits, labels, labelSmoothing);
}
