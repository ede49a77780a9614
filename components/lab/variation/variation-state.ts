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
	const readings = signal<readonly VariedReading[]>([]);

	const asks = latestWins(
		({ models, digit }: { models: readonly string[]; digit: Glyph }) =>
			Promise.all(models.map(async (id) => ({ model: id, reading: await laboratory.read(id, digit) }))),
		(next) => {
			readings.value = next;
		},
		// What is wrong with a model is said where its layers are shown.
		() => {
			readings.value = [];
		},
	);
	effect(() => {
		const models = [model.value, ...(beside.value && beside.value !== model.value ? [beside.value] : [])];
		asks.push({ models, digit: varied.value });
	});

	return {
		models,
		variation,
		beside,
		/** The glyph as the sliders have it. */
		varied,
		readings,
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

/** Normally distributed numbers (Box & Muller 1958). */
function grainOf(random: () => number): Float32Array {
	return Float32Array.from(
		{ length: GLYPH_SIZE },
		() => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
	);
}
