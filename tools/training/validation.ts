import * as tf from "@tensorflow/tfjs-core";
import { GLYPH_SIDE, GLYPH_SIZE } from "../../lib/glyph.ts";
import { crossEntropy } from "../../lib/models/calibration.ts";
import type { Score } from "../../lib/models/card.ts";
import { createExecutor } from "../../lib/models/executor.ts";
import { foldForInference } from "../../lib/models/folding.ts";
import type { TrainedNetwork } from "../../lib/models/network.ts";
import type { DigitSet } from "../data/digit-set.ts";

const BATCH = 250;

/** The network's logits for every picture of a set of 28x28 glyphs: count x classes. */
export function logitsOf(trained: TrainedNetwork, { pixels, labels }: DigitSet): Float32Array {
	const executor = createExecutor(foldForInference(trained));
	const parts: Float32Array[] = [];
	for (let from = 0; from < labels.length; from += BATCH) {
		const glyphs = Float32Array.from(
			pixels.subarray(from * GLYPH_SIZE, (from + BATCH) * GLYPH_SIZE),
			(byte) => byte / 255,
		);
		const shape = [glyphs.length / GLYPH_SIZE, GLYPH_SIDE, GLYPH_SIDE, 1];
		const logits = tf.tidy(() => executor.run(tf.tensor(glyphs, shape)));
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

/** Share of the logits' rows whose largest value is at the label. */
export function accuracyOf(logits: Float32Array, labels: Uint8Array): number {
	const classes = logits.length / labels.length;
	const right = labels.reduce((count, label, i) => {
		const row = logits.subarray(i * classes, (i + 1) * classes);
		return count + Number(row.indexOf(Math.max(...row)) === label);
	}, 0);
	return right / labels.length;
}

export function scoreOf(trained: TrainedNetwork, set: DigitSet): Score {
	const logits = logitsOf(trained, set);
	return { loss: crossEntropy(logits, set.labels), accuracy: accuracyOf(logits, set.labels) };
}
