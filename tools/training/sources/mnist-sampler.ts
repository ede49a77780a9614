import { GLYPH_SIZE } from "../../../lib/glyph.ts";
import { pictureOf } from "../../data/digit-set.ts";
import { loadTraining } from "../../data/mnist.ts";
import { createRandom, shuffledIndices } from "../../random.ts";
import { type GlyphMovement, moveGlyph } from "../augmentation/affine.ts";
import type { Sampler } from "./sampler.ts";

/** MNIST's 50,000 training digits, each once an epoch, moved and bent within `movement`. */
export async function createSampler(movement: GlyphMovement, seed: number): Promise<Sampler> {
	const digits = await loadTraining();
	const count = digits.labels.length;
	const still = Object.keys(movement).length === 0;
	let shuffledEpoch = -1;
	let order: Uint32Array = new Uint32Array();
	const glyph = new Float32Array(GLYPH_SIZE);
	return {
		samplesPerEpoch: count,
		pixelsPerSample: GLYPH_SIZE,
		labelsPerSample: 1,
		sample(epoch, position, into, labels) {
			if (epoch !== shuffledEpoch) {
				order = shuffledIndices(createRandom(seed, epoch), count);
				shuffledEpoch = epoch;
			}
			const index = order[position];
			const target = still ? into : glyph;
			pictureOf(digits, index).forEach((ink, i) => {
				target[i] = ink / 255;
			});
			if (!still) moveGlyph(glyph, movement, createRandom(seed, epoch, position), into);
			labels[0] = digits.labels[index];
		},
	};
}
