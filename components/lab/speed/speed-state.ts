import { signal } from "@preact/signals";
import type { ModelSpeed, Outcome } from "../../../lib/protocol.ts";

/** How fast a model is on this computer, in milliseconds; a sentence where it could not be measured. */
export type Speed =
	| { readonly alone: number; readonly inBatch: number; readonly load: number }
	| { readonly sentence: string };

export interface SpeedEffects {
	readonly models: readonly string[];
	readonly measure: (model: string, batch: number, rounds: number) => Promise<Outcome<ModelSpeed>>;
}

const BATCH = 64;
/** Enough for a steady median, few enough for the largest model to take seconds. */
const ROUNDS = { alone: 31, inBatch: 5 };

/** Measures all models where they work, one after the other. */
export function createSpeedTest({ models, measure }: SpeedEffects) {
	const speeds = signal<Readonly<Record<string, Speed>>>({});
	const running = signal(false);

	async function measureModel(model: string): Promise<Speed> {
		const alone = await measure(model, 1, ROUNDS.alone);
		if (!alone.ok) return alone;
		const inBatch = await measure(model, BATCH, ROUNDS.inBatch);
		if (!inBatch.ok) return inBatch;
		return {
			alone: median(alone.value.batches),
			inBatch: median(inBatch.value.batches) / BATCH,
			load: alone.value.load,
		};
	}

	return {
		/** By model; one that was not measured yet is missing. */
		speeds,
		running,
		async run(): Promise<void> {
			if (running.value) return;
			running.value = true;
			speeds.value = {};
			for (const model of models) {
				const speed = await measureModel(model).catch(() => ({
					sentence: "Digit Lens did not answer. Try again.",
				}));
				speeds.value = { ...speeds.value, [model]: speed };
			}
			running.value = false;
		},
	};
}

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
