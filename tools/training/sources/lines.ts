import { FRAME_STEP, STRIP_HEIGHT } from "../../../lib/models/line-strip.ts";
import { packTargets, TARGET_SIZE } from "../../../lib/models/training/ctc.ts";
import type { DigitSet } from "../../data/digit-set.ts";
import { createRandom } from "../../random.ts";
import { trainingStrip } from "../lines/training-strip.ts";
import { validationWriters } from "../lines/writers.ts";
import type { OpenSource } from "../source.ts";
import { MOST_CHARACTERS } from "./line-sampler.ts";
import { openWorkerSource } from "./worker-source.ts";

/** Lines of many hands, pens and papers: see line-sampler.ts. */
export const lineSource: OpenSource = (options) =>
	openWorkerSource(import.meta.resolve("./line-sampler.ts"), {}, options);

const VALIDATION_LINES = 600;
const VALIDATION_WIDTH = 36 * FRAME_STEP;

/** Lines of hands that train nothing, always the same; the labels are packed targets. */
export async function validationLines(): Promise<DigitSet> {
	const writers = await validationWriters();
	const size = STRIP_HEIGHT * VALIDATION_WIDTH;
	const room = TARGET_SIZE * MOST_CHARACTERS;
	const pixels = new Uint8Array(VALIDATION_LINES * size);
	const labels = new Uint8Array(VALIDATION_LINES * room);
	for (let line = 0; line < VALIDATION_LINES; line++) {
		const strip = trainingStrip(writers, VALIDATION_WIDTH, createRandom(line));
		pixels.set(
			strip.pixels.map((ink) => Math.round(255 * ink)),
			line * size,
		);
		packTargets(strip.targets, labels.subarray(line * room, (line + 1) * room));
	}
	return { width: VALIDATION_WIDTH, height: STRIP_HEIGHT, pixels, labels };
}
