import { softmax } from "../calibration.ts";

/** The loss of a batch and what training needs of it. */
export interface BatchLoss {
	/** Mean cross-entropy. */
	readonly loss: number;
	/** How many of the batch's best guesses are right. */
	readonly correct: number;
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
	return { loss: loss / labels.length, correct, gradient };
}
