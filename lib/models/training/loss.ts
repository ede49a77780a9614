import { softmax } from "../calibration.ts";

/** A label of what teaches nothing: between two answers that would both be right. */
export const IGNORED = 255;

/** The loss of a batch and what training needs of it. */
export interface BatchLoss {
	/** Mean cross-entropy. */
	readonly loss: number;
	/** How many of the labels that are not ignored are the batch's best guesses, and how many there are. */
	readonly correct: number;
	readonly counted: number;
	/** Gradient of the mean loss by the logits, same shape. */
	readonly gradient: Float32Array;
}

/**
 * Softmax cross-entropy of logits [labels.length, classes]. Label smoothing s (Szegedy et al. 2016) takes the
 * share s from the true class and spreads it evenly over all. Rows with the label `IGNORED` do not count.
 */
export function softmaxCrossEntropy(logits: Float32Array, labels: Uint8Array, smoothing = 0): BatchLoss {
	const classes = logits.length / labels.length;
	const gradient = new Float32Array(logits.length);
	let loss = 0;
	let correct = 0;
	const counted = labels.reduce((count, label) => count + Number(label !== IGNORED), 0);
	for (let i = 0; i < labels.length; i++) {
		if (labels[i] === IGNORED) continue;
		const probabilities = softmax(logits.subarray(i * classes, (i + 1) * classes));
		if (probabilities.indexOf(Math.max(...probabilities)) === labels[i]) correct++;
		for (let c = 0; c < classes; c++) {
			const target = smoothing / classes + (c === labels[i] ? 1 - smoothing : 0);
			if (target > 0) loss -= target * Math.log(Math.max(probabilities[c], 1e-12));
			gradient[i * classes + c] = (probabilities[c] - target) / counted;
		}
	}
	return { loss: loss / counted, correct, counted, gradient };
}
