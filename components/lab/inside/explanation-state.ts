import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Glyph } from "../../../lib/glyph.ts";
import type { Laboratory } from "../../../lib/lab/laboratory.ts";
import { occlusionMap, occlusions } from "../../../lib/lab/occlusion.ts";
import type { Refusal } from "../../../lib/models/verdict.ts";
import { inBatches } from "../../../lib/tasks/batches.ts";
import type { PixelState } from "../../pixels/pixel-state.ts";

/** Why a digit is probable: which ink speaks for it. */
export interface Reason {
	readonly digit: number;
	/** Probability of the digit with nothing hidden. */
	readonly probability: number;
	/** What hiding costs it, 784 values as `occlusionMap` gives them. */
	readonly map: Float32Array;
}

export interface Explanation {
	readonly glyph: Glyph;
	/** Of the most probable digit; where the model refuses the glyph, of what it looks like most. */
	readonly answer: Reason;
	readonly runnerUp: Reason;
	/** Why the model does not read the glyph; undefined where it does. */
	readonly refusal?: Refusal;
	/** How many places were hidden, one after the other. */
	readonly places: number;
}

/** Enough that a batch pays, few enough that drawing on is not kept waiting, with the largest model either. */
const BATCH = 8;

/** Which ink speaks for the answer and for the runner-up, found anew whenever the drawing rests. */
export function createExplanation(
	laboratory: Laboratory,
	model: ReadonlySignal<string>,
	{ glyph, drawing, hasInk }: Pick<PixelState, "glyph" | "drawing" | "hasInk">,
) {
	const explanation = signal<Explanation | null>(null);
	/** Share of the work that is done, 0..1; null when none is under way. */
	const progress = signal<number | null>(null);

	async function explain(id: string, whole: Glyph, signal: AbortSignal): Promise<Explanation> {
		const [{ probabilities, refusal }] = await laboratory.classify(id, [whole]);
		const places = occlusions(whole);
		const verdicts = await inBatches(
			places.map((place) => place.glyph),
			(batch) => laboratory.classify(id, batch),
			{
				size: BATCH,
				signal,
				onProgress: (done) => {
					if (!signal.aborted) progress.value = done / places.length;
				},
			},
		);
		const ranking = [...probabilities.keys()].sort((a, b) => probabilities[b] - probabilities[a]);
		const reason = (digit: number): Reason => ({
			digit,
			probability: probabilities[digit],
			map: occlusionMap(
				probabilities[digit],
				places,
				verdicts.map((verdict) => verdict.probabilities[digit]),
			),
		});
		return {
			glyph: whole,
			answer: reason(ranking[0]),
			runnerUp: reason(ranking[1]),
			...(refusal && { refusal }),
			places: places.length,
		};
	}

	effect(() => {
		const [id, whole] = [model.value, glyph.value];
		if (drawing.value) return;
		if (!hasInk.value) {
			explanation.value = null;
			return;
		}
		const work = new AbortController();
		progress.value = 0;
		explain(id, whole, work.signal).then(
			(found) => {
				if (work.signal.aborted) return;
				explanation.value = found;
				progress.value = null;
			},
			() => {
				// What is wrong with the model is said where its layers are shown.
				if (!work.signal.aborted) progress.value = null;
			},
		);
		return () => {
			work.abort();
			progress.value = null;
		};
	});

	return { explanation, progress };
}
