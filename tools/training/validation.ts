import * as tf from "@tensorflow/tfjs-core";
import { crossEntropy } from "../../lib/models/calibration.ts";
import type { Score } from "../../lib/models/card.ts";
import { createExecutor } from "../../lib/models/executor.ts";
import { foldForInference } from "../../lib/models/folding.ts";
import type { TrainedNetwork } from "../../lib/models/network.ts";
import { type DigitSet, pictureSize } from "../data/digit-set.ts";

const BATCH = 250;

/** The network's logits for every picture of a set of its size: one row of classes for each label. */
export function logitsOf(trained: TrainedNetwork, set: DigitSet): Float32Array {
	const { width, height, channels = 1, pixels } = set;
	const size = pictureSize(set);
	const executor = createExecutor(foldForInference(trained));
	const parts: Float32Array[] = [];
	for (let from = 0; from * size < pixels.length; from += BATCH) {
		const inputs = Float32Array.from(
			pixels.subarray(from * size, (from + BATCH) * size),
			(byte) => byte / 255,
		);
		const shape = [inputs.length / size, height, width, channels];
		const logits = tf.tidy(() => executor.run(tf.tensor(inputs, shape)));
		parts.push(logits.dataSync<"float32">());
		logits.dispose();
	}
	executor.dispose();
	const all = new Float32Array(parts.reduce((size, { length }) => size + length, 0));
	let offset = 0;
	for (const part of parts) {
		all.set(part, offset);
		offset += part.length;
	}
	return all;
}

/** Share of the logits' rows whose largest value is at the label. Labels that are no class do not count. */
export function accuracyOf(logits: Float32Array, labels: Uint8Array): number {
	const classes = logits.length / labels.length;
	const counted = labels.reduce((count, label) => count + Number(label < classes), 0);
	const right = labels.reduce((count, label, i) => {
		const row = logits.subarray(i * classes, (i + 1) * classes);
		return count + Number(row.indexOf(Math.max(...row)) === label);
	}, 0);
	return right / counted;
}

export function scoreOf(trained: TrainedNetwork, set: DigitSet): Score {
	const logits = logitsOf(trained, set);
	return { loss: crossEntropy(logits, set.labels), accuracy: accuracyOf(logits, set.labels) };
}
