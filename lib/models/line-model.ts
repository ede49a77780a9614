import * as tf from "@tensorflow/tfjs-core";
import { softmax } from "./calibration.ts";
import { createExecutor } from "./executor.ts";
import { foldForInference } from "./folding.ts";
import type { StoredModel } from "./format.ts";
import type { ReadStrip } from "./line-strip.ts";

/** A model of lines on the backend. */
export interface LineModel {
	readonly readStrip: ReadStrip;
	/** Frees its weights; it cannot look any more. */
	dispose(): void;
}

/** Puts a model that looks over strips on the backend, folded for speed. */
export function lineModelOf(model: StoredModel): LineModel {
	const executor = createExecutor(foldForInference(model));
	return {
		async readStrip({ width, height, data }) {
			const logits = tf.tidy(() => executor.run(tf.tensor(data, [1, height, width, 1])));
			const classes = logits.shape.at(-1)!;
			const values = (await logits.data()) as Float32Array;
			logits.dispose();
			const probabilities = new Float32Array(values.length);
			for (let at = 0; at < values.length; at += classes)
				probabilities.set(softmax(values.subarray(at, at + classes), model.decision.temperature), at);
			return probabilities;
		},
		dispose: () => executor.dispose(),
	};
}
