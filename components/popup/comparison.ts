import { signal } from "@preact/signals";
import type { Stroke } from "../../lib/ink/stroke.ts";
import type { Outcome } from "../../lib/protocol.ts";
import type { Reading } from "../../lib/reading.ts";

/** What one model makes of the drawing. */
export type ModelAnswer =
	| {
			readonly kind: "read";
			readonly text: string;
			/** Probability of its most doubtful digit; null when it reads none. */
			readonly leastSure: number | null;
			/** From the question to the answer, in a model that is already loaded. Milliseconds. */
			readonly ms: number;
	  }
	| { readonly kind: "failed"; readonly sentence: string };

export interface ComparisonEffects {
	/** Ids, in the order in which they are asked. */
	readonly models: readonly string[];
	readonly readWith: (strokes: readonly Stroke[], model: string) => Promise<Outcome<Reading>>;
	/** Milliseconds of any clock. */
	readonly now: () => number;
}

/** Every model on the same ink, one after the other; newer ink ends the round that is under way. */
export function createComparison({ models, readWith, now }: ComparisonEffects) {
	const answers = signal<Readonly<Record<string, ModelAnswer>>>({});
	const loaded = new Set<string>();
	let round = 0;

	async function ask(strokes: readonly Stroke[], model: string): Promise<ModelAnswer> {
		// The first question also loads the model, which says nothing about its speed.
		if (!loaded.has(model)) await readWith(strokes, model);
		loaded.add(model);
		const begun = now();
		const outcome = await readWith(strokes, model);
		const ms = now() - begun;
		if (!outcome.ok) return { kind: "failed", sentence: outcome.sentence };
		const { text, digits } = outcome.value;
		const leastSure = digits.length > 0 ? Math.min(...digits.map(({ confidence }) => confidence)) : null;
		return { kind: "read", text, leastSure, ms };
	}

	return {
		models,
		/** By model; one that was not asked yet is missing. */
		answers,
		async compare(strokes: readonly Stroke[]): Promise<void> {
			const mine = ++round;
			if (strokes.length === 0) answers.value = {};
			else
				for (const model of models) {
					const answer = await ask(strokes, model).catch(
						(): ModelAnswer => ({ kind: "failed", sentence: "Digit Lens did not answer." }),
					);
					if (mine !== round) return;
					answers.value = { ...answers.value, [model]: answer };
				}
		},
	};
}
