import { softmax } from "../calibration.ts";

/**
 * What a batch's answers cost.
 *
 * @param logits of all samples, one after the other, in rows of `classes`
 * @param labels the same number of a sample
 */
export type LossFunction = (
	logits: Float32Array,
	labels: Uint8Array,
	sizes: { readonly samples: number; readonly classes: number },
) => BatchLoss;

/** The loss of a batch and what training needs of it. */
export interface BatchLoss {
	/** The mean over what is counted. */
	readonly loss: number;
	/** How many answers are right, and how many there are: labels, or whole lines. */
	readonly correct: number;
	readonly counted: number;
	/** Gradient of the mean loss by the logits, same shape. */
	readonly gradient: Float32Array;
}

/**
 * Softmax cross-entropy of logits [labels.length, classes]. Label smoothing s (Szegedy et al. 2016) takes the
 * share s from the true class and spreads it evenly over all.
 */
export function softmaxCrossEntropy(logits: Float32Array, labels: Uint8Array, smoothing = 0): BatchLoss {
	const classes = logits.length / labels.length;
	const gradient = new Float32Array(logits.length);
	let loss = 0;
	let correct = 0;
	for (let i = 0; i < labels.length; i++) {
		const probabilities = softmax(logits.subarray(i * classes, (i + 1) * classes));
		if (probabilities.indexOf(Math.max(...probabilities)) === labels[i]) correct++;
		for (let c = 0; c < classes; c++) {
			const target = smoothing / classes + (c === labels[i] ? 1 - smoothing : 0);
			if (target > 0) loss -= target * Math.log(Math.max(probabilities[c], 1e-12));
			gradient[i * classes + c] = (probabilities[c] - target) / labels.length;
		}
	}
	return { loss: loss / labels.length, correct, counted: labels.length, gradient };
}
