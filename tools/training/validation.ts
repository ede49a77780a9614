import * as tf from "@tensorflow/tfjs-core";
import type { Score } from "../../lib/models/card.ts";
import { createExecutor } from "../../lib/models/executor.ts";
import { foldForInference } from "../../lib/models/folding.ts";
import { placeLayers, type TrainedNetwork } from "../../lib/models/network.ts";
import type { LossFunction } from "../../lib/models/training/loss.ts";
import { type DigitSet, pictureSize } from "../data/digit-set.ts";

const BATCH = 250;

/** The network's logits for every picture of a set, in rows of classes. */
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

/**
 * The mean loss over a set and the share of its answers that are right, from the logits.
 *
 * @param temperature by which the logits are divided
 */
export function scoreLogits(
	logits: Float32Array,
	set: DigitSet,
	{ network }: TrainedNetwork,
	lossOf: LossFunction,
	temperature = 1,
): Score {
	const samples = set.pixels.length / pictureSize(set);
	const classes = placeLayers(network).at(-1)!.outputShape.at(-1)!;
	const cooled = temperature === 1 ? logits : logits.map((logit) => logit / temperature);
	const { loss, correct, counted } = lossOf(cooled, set.labels, { samples, classes });
	return { loss, accuracy: correct / counted };
}

export const scoreOf = (trained: TrainedNetwork, set: DigitSet, lossOf: LossFunction): Score =>
	scoreLogits(logitsOf(trained, set), set, trained, lossOf);
