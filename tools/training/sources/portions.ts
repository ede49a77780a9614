import { GLYPH_SIZE } from "../../../lib/glyph.ts";
import { createRandom, shuffledIndices } from "../../random.ts";
import type { Ingredient } from "./ingredients.ts";
import type { Sampler } from "./sampler.ts";

/** An ingredient and how many samples of an epoch it gives. */
export type Portion = readonly [name: string, count: number, ingredient: Ingredient];

/** Samples of every portion, shuffled together; each portion goes through its members in turn, over the epochs. */
export function portionSampler(
	portions: readonly Portion[],
	seed: number,
	pixelsPerSample = GLYPH_SIZE,
): Sampler {
	const samplesPerEpoch = portions.reduce((sum, [, count]) => sum + count, 0);
	const slots = portions.flatMap(([, count, ingredient]) =>
		Array.from({ length: count }, (_, i) => ({ ingredient, count, i })),
	);
	let shuffledEpoch = -1;
	let order: Uint32Array = new Uint32Array();
	return {
		samplesPerEpoch,
		pixelsPerSample,
		labelsPerSample: 1,
		sample(epoch, position, into, labels) {
			if (epoch !== shuffledEpoch) {
				order = shuffledIndices(createRandom(seed, epoch), samplesPerEpoch);
				shuffledEpoch = epoch;
			}
			const { ingredient, count, i } = slots[order[position]];
			const index = Number.isFinite(ingredient.size) ? (epoch * count + i) % ingredient.size : i;
			labels[0] = ingredient.draw(index, createRandom(seed, epoch, position), into);
		},
	};
}
