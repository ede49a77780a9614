import * as tf from "@tensorflow/tfjs-core";
import type { Glyph } from "../../glyph.ts";
import { softmax } from "../calibration.ts";
import { createExecutor } from "../executor.ts";
import { foldForInference } from "../folding.ts";
import { type InputConvention, networkInput } from "../input.ts";
import { inputShapeOf, type TrainedNetwork } from "../network.ts";

/** Logits, or logarithms of probabilities, of these digits: a row of answers for each. */
export type Look = (glyphs: readonly Glyph[], convention: InputConvention) => Float32Array;

/** Digits that are looked at together. */
const BATCH = 50;

/** Puts a network on the backend to look at glyphs; `use` gets it, then its weights are freed. */
export function withLook<T>(trained: TrainedNetwork, use: (look: Look) => T): T {
	const shape = inputShapeOf(trained.network);
	const executor = createExecutor(foldForInference(trained));
	const look: Look = (glyphs, convention) => {
		const parts: Float32Array[] = [];
		for (let at = 0; at < glyphs.length; at += BATCH) {
			const some = glyphs.slice(at, at + BATCH);
			parts.push(
				tf.tidy(() =>
					executor
						.run(tf.tensor(networkInput(some, shape, convention), [some.length, ...shape]))
						.dataSync<"float32">(),
				),
			);
		}
		const rows = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
		parts.reduce((at, part) => {
			rows.set(part, at);
			return at + part.length;
		}, 0);
		return asLogits(rows, glyphs.length);
	};
	try {
		return use(look);
	} finally {
		executor.dispose();
	}
}

/** Rows that are probabilities already (a mean of several networks' answers) as their logarithms, all others as they are. */
function asLogits(rows: Float32Array, count: number): Float32Array {
	const classes = rows.length / count;
	for (let at = 0; at < rows.length; at += classes) {
		const row = rows.subarray(at, at + classes);
		const sum = row.reduce((total, value) => total + value, 0);
		if (row.some((value) => value < 0) || Math.abs(sum - 1) > 1e-3) return rows;
	}
	return rows.map((probability) => Math.log(Math.max(probability, 1e-30)));
}

/** The probabilities of the answers for each glyph. */
export function probabilitiesOf(
	trained: TrainedNetwork,
	glyphs: readonly Glyph[],
	convention: InputConvention,
): number[][] {
	if (glyphs.length === 0) return [];
	const logits = withLook(trained, (look) => look(glyphs, convention));
	const classes = logits.length / glyphs.length;
	return glyphs.map((_, i) => Array.from(softmax(logits.subarray(i * classes, (i + 1) * classes))));
}
