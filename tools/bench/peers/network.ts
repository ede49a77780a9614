import { readFile } from "node:fs/promises";
import * as tf from "@tensorflow/tfjs-core";
import { GLYPH_SIDE, GLYPH_SIZE } from "../../../lib/glyph.ts";
import { createExecutor } from "../../../lib/models/executor.ts";
import { foldForInference } from "../../../lib/models/folding.ts";
import { parseModel } from "../../../lib/models/format.ts";
import type { TrainedNetwork } from "../../../lib/models/network.ts";

/** Another runtime on one of our networks, in a page, one thread; milliseconds. */
export interface PeerTimes {
	/** From the model's bytes to its first answer. */
	readonly load: number;
	/** One warm digit. */
	readonly digit: number;
	/** A digit of a batch of 64. */
	readonly batched: number;
	/** The largest difference of its answers from ours. */
	readonly difference: number;
}

/** What a page sends back of one model: times, and the answers for the whole batch. */
export interface PageResult extends Omit<PeerTimes, "difference"> {
	readonly answers: number[];
}

export const BATCH = 64;
export const ROUNDS = 20;
const TOLERANCE = 1e-4;

/** Any pictures, [BATCH, 784]. */
export const PIXELS = Float32Array.from({ length: BATCH * GLYPH_SIZE }, (_, i) =>
	Math.max(0, Math.sin(i * 0.37)),
);

export const packageFile = async (id: string, name: string): Promise<Uint8Array<ArrayBuffer>> =>
	new Uint8Array(await readFile(new URL(`../../../public/models/${id}/${name}`, import.meta.url)));

export async function foldedNetwork(id: string): Promise<TrainedNetwork> {
	const [json, bin] = await Promise.all([packageFile(id, "model.json"), packageFile(id, "weights.bin")]);
	return foldForInference(parseModel(id, json.buffer, bin.buffer));
}

/** Our answers for `PIXELS`, logits or what softmax makes of them; the backend is started. */
export function ourAnswers(network: TrainedNetwork, softmax: boolean): Float32Array {
	const executor = createExecutor(network);
	const answers = tf.tidy(() => {
		const logits = executor.run(tf.tensor(PIXELS, [BATCH, GLYPH_SIDE, GLYPH_SIDE, 1]));
		return (softmax ? tf.softmax(logits) : logits).dataSync<"float32">().slice();
	});
	executor.dispose();
	return answers;
}

/** Throws when a peer's answers differ from ours by more than 1e-4: then it would not be the same network that is timed. */
export function compared({ answers, ...times }: PageResult, ours: Float32Array, id: string): PeerTimes {
	const scale = ours.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
	const difference = ours.reduce((most, value, i) => Math.max(most, Math.abs(value - answers[i])), 0) / scale;
	if (!(difference <= TOLERANCE)) throw new Error(`${id}: the peer's answers differ by ${difference}.`);
	return { ...times, difference };
}
