import { FRAME_STEP, STRIP_HEIGHT } from "../../../lib/models/line-strip.ts";
import { packTargets, TARGET_SIZE } from "../../../lib/models/training/ctc.ts";
import { createRandom, pick } from "../../random.ts";
import { trainingStrip } from "../lines/training-strip.ts";
import { trainingWriters } from "../lines/writers.ts";
import type { Sampler } from "./sampler.ts";

const LINES_PER_EPOCH = 8_000;

/** A line has fewer characters than this. */
export const MOST_CHARACTERS = 40;

/** Widths of strips, in frames; those of a batch are alike. Short lines are cheap, and teach as much a digit. */
const FRAMES = [12, 16, 20, 24, 28, 32, 40];

/** Lines of characters as strips, made up each time. */
export async function createSampler(_: unknown, seed: number): Promise<Sampler> {
	const writers = await trainingWriters();
	return {
		samplesPerEpoch: LINES_PER_EPOCH,
		labelsPerSample: TARGET_SIZE * MOST_CHARACTERS,
		pixelsPerSample: STRIP_HEIGHT * FRAME_STEP * Math.max(...FRAMES),
		shapeOf: (epoch, from) => [
			STRIP_HEIGHT,
			FRAME_STEP * pick(createRandom(seed, epoch, from, FRAMES.length), FRAMES),
			1,
		],
		sample(epoch, position, into, labels) {
			const width = into.length / STRIP_HEIGHT;
			const { pixels, targets } = trainingStrip(writers, width, createRandom(seed, epoch, position));
			into.set(pixels);
			packTargets(targets.slice(0, MOST_CHARACTERS), labels);
		},
	};
}
