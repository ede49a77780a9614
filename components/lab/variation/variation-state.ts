import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Glyph } from "../../../lib/glyph.ts";
import { GLYPH_SIZE } from "../../../lib/glyph.ts";
import type { Laboratory } from "../../../lib/lab/laboratory.ts";
import { UNVARIED, type Variation, vary } from "../../../lib/lab/vary.ts";
import type { ListedModel } from "../../../lib/models/listed-model.ts";
import type { Reading } from "../../../lib/reading/reading.ts";
import { latestWins } from "../../../lib/tasks/latest-wins.ts";

/** What a model says of the varied digit. */
export interface VariedReading {
	readonly model: string;
	readonly reading: Reading;
}

export type VariationState = ReturnType<typeof createVariation>;

/**
 * A digit turned, moved, thickened, blurred, with noise, and what one or two models say of it, without the looks.
 *
 * @param random numbers 0..1, from which the grain of the noise is made
 */
export function createVariation(
	laboratory: Pick<Laboratory, "read">,
	model: ReadonlySignal<string>,
	/** All that there are. */
	models: ReadonlySignal<readonly ListedModel[]>,
	glyph: ReadonlySignal<Glyph>,
	random: () => number,
) {
	const grain = signal(grainOf(random));
	const variation = signal<Variation>(UNVARIED);
	/** The model beside the chosen one; null for none. */
	const beside = signal<string | null>(null);
	const varied = computed(() => vary(glyph.value, variation.value, grain.value));
	const first = followed(laboratory, model, varied);
	const second = followed(
		laboratory,
		computed(() => (beside.value === model.value ? null : beside.value)),
		varied,
	);

	return {
		model,
		models,
		variation,
		beside,
		/** The glyph as the sliders have it. */
		varied,
		/** Of each model that is asked its last answer; null while there is none. */
		readings: [first, second] as const,
		isVaried: computed(() =>
			Object.entries(UNVARIED).some(([key, value]) => variation.value[key as keyof Variation] !== value),
		),
		set(key: keyof Variation, value: number): void {
			variation.value = { ...variation.value, [key]: value };
		},
		reset(): void {
			variation.value = UNVARIED;
		},
		/** Other noise of the same strength. */
		shake(): void {
			grain.value = grainOf(random);
		},
	};
}

/**
 * What a model says of a digit that changes fast. Each model is followed by itself: a slow one keeps no other one
 * waiting, and of the digits that come meanwhile it is asked about the last.
 */
function followed(
	laboratory: Pick<Laboratory, "read">,
	model: ReadonlySignal<string | null>,
	digit: ReadonlySignal<Glyph>,
): ReadonlySignal<VariedReading | null> {
	const answer = signal<VariedReading | null>(null);
	const asks = latestWins(
		async ({ id, glyph }: { id: string; glyph: Glyph }) => ({
			model: id,
			reading: await laboratory.read(id, glyph),
		}),
		(next) => {
			answer.value = next;
		},
		// What is wrong with a model is said where its layers are shown.
		() => {
			answer.value = null;
		},
	);
	effect(() => {
		if (model.value) return asks.push({ id: model.value, glyph: digit.value });
		asks.cancel();
		answer.value = null;
	});
	return answer;
}

/** Normally distributed numbers (Box & Muller 1958). */
function grainOf(random: () => number): Float32Array {
	return Float32Array.from(
		{ length: GLYPH_SIZE },
		() => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
	);
}
