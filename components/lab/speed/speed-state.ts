import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { t } from "../../../lib/browser/language.ts";
import type { ListedModel } from "../../../lib/models/listed-model.ts";
import type { ModelSpeed, Outcome } from "../../../lib/protocol.ts";

/** How fast a model is on this computer, in milliseconds; a sentence where it could not be measured. */
export type Speed =
	| { readonly alone: number; readonly inBatch: number; readonly load: number }
	| { readonly sentence: string };

export interface SpeedEffects {
	readonly models: ReadonlySignal<readonly ListedModel[]>;
	readonly measure: (model: string, batch: number, rounds: number) => Promise<Outcome<ModelSpeed>>;
}

const BATCH = 64;
/** Enough for a steady figure, few enough for the largest model to take seconds. */
const ROUNDS = { alone: 31, inBatch: 5 };

/** Measures all models where they work, one after the other. */
export function createSpeedTest({ models, measure }: SpeedEffects) {
	const speeds = signal<Readonly<Record<string, Speed>>>({});
	/** The model that is being measured; null while none is. */
	const current = signal<string | null>(null);
	const running = computed(() => current.value !== null);

	async function measureModel(model: string): Promise<Speed> {
		const alone = await measure(model, 1, ROUNDS.alone);
		if (!alone.ok) return alone;
		const batches: number[] = [];
		// One at a time: Firefox stops a background that has worked on the same request for a minute as if it were idle.
		for (let round = 0; round < ROUNDS.inBatch; round++) {
			const inBatch = await measure(model, BATCH, 1);
			if (!inBatch.ok) return inBatch;
			batches.push(...inBatch.value.batches);
		}
		return {
			alone: midmean(alone.value.batches),
			inBatch: midmean(batches) / BATCH,
			load: alone.value.load,
		};
	}

	return {
		models,
		/** By model; one that was not measured yet is missing. */
		speeds,
		current,
		running,
		async run(): Promise<void> {
			if (running.value) return;
			speeds.value = {};
			for (const { id: model } of models.value) {
				current.value = model;
				const speed = await measureModel(model).catch(() => ({
					sentence: t("popup.noAnswerTryAgain"),
				}));
				speeds.value = { ...speeds.value, [model]: speed };
			}
			current.value = null;
		},
	};
}

/**
 * The mean without the lowest and the highest quarter: as steady as the median, and finer than the tenths of a
 * millisecond in which browsers tell the time.
 */
function midmean(values: readonly number[]): number {
	const trim = Math.max(1, Math.floor(values.length / 4));
	const middle = values.toSorted((a, b) => a - b).slice(trim, -trim);
	return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
