import { ctcBatchLoss } from "../../lib/models/training/ctc.ts";
import { type LossFunction, softmaxCrossEntropy } from "../../lib/models/training/loss.ts";

/** What a network is trained to make small, by name. */
export type Loss = "cross-entropy" | "ctc";

/** The part of a recipe that says what is made small. */
export interface Objective {
	readonly loss?: Loss;
	readonly labelSmoothing?: number;
}

/** The loss of a recipe as it trains; without its smoothing, as it is validated. */
export function lossOf({ loss, labelSmoothing = 0 }: Objective): LossFunction {
	if (loss === "ctc") return ctcBatchLoss;
	return (logits, labels) => softmaxCrossEntropy(logits, labels, labelSmoothing);
}
