import { signal } from "@preact/signals";
import { t } from "../../lib/browser/language.ts";
import type { Outcome } from "../../lib/protocol.ts";
import type { Reading } from "../../lib/reading/reading.ts";

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

export interface ComparisonEffects<Drawing> {
	/** Ids of all models that there are now, in the order in which they are asked. */
	readonly models: () => readonly string[];
	readonly readWith: (drawing: Drawing, model: string) => Promise<Outcome<Reading>>;
	/** Bytes of a model; null where nobody knows. */
	readonly sizeOf: (model: string) => Promise<number | null>;
	/** Milliseconds of any clock. */
	readonly now: () => number;
}

/** Every model on the same drawing, one after the other; a newer drawing ends the round that is under way. */
export function createComparison<Drawing>({ models, readWith, sizeOf, now }: ComparisonEffects<Drawing>) {
	const answers = signal<Readonly<Record<string, ModelAnswer>>>({});
	const sizes = signal<Readonly<Record<string, number | null>>>({});
	const loaded = new Set<string>();
	const measured = new Set<string>();
	let round = 0;

	async function ask(drawing: Drawing, model: string): Promise<ModelAnswer> {
		// The first question also loads the model, which says nothing about its speed.
		if (!loaded.has(model)) await readWith(drawing, model);
		loaded.add(model);
		const begun = now();
		const outcome = await readWith(drawing, model);
		const ms = now() - begun;
		if (!outcome.ok) return { kind: "failed", sentence: outcome.sentence };
		const { text, digits } = outcome.value;
		const leastSure = digits.length > 0 ? Math.min(...digits.map(({ confidence }) => confidence)) : null;
		return { kind: "read", text, leastSure, ms };
	}

	return {
		/** By model; one that was not asked yet is missing. */
		answers,
		/** Bytes by model, as far as they are known; null where they cannot be. */
		sizes,
		/** Asks all models; null where there is nothing to ask about. */
		async compare(drawing: Drawing | null): Promise<void> {
			const mine = ++round;
			for (const model of models()) {
				if (measured.has(model)) continue;
				measured.add(model);
				void sizeOf(model).then((bytes) => {
					sizes.value = { ...sizes.value, [model]: bytes };
				});
			}
			if (drawing === null) answers.value = {};
			else
				for (const model of models()) {
					const answer = await ask(drawing, model).catch(
						(): ModelAnswer => ({ kind: "failed", sentence: t("popup.noAnswer") }),
					);
					if (mine !== round) return;
					answers.value = { ...answers.value, [model]: answer };
				}
		},
	};
}
