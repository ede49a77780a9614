import { TRAINING_FRAMES, TRAINING_WIDTH } from "../../../lib/models/architectures/digit-line.ts";
import { STRIP_HEIGHT } from "../../../lib/models/line-strip.ts";
import { NOT_A_DIGIT } from "../../../lib/models/outputs.ts";
import type { DigitSet } from "../../data/digit-set.ts";
import { loadValidation } from "../../data/validation.ts";
import { createRandom } from "../../random.ts";
import { LIGHT } from "../augmentation/augment.ts";
import { composeStrip } from "../lines/strip.ts";
import { fontLetters } from "../negatives/characters.ts";
import type { OpenSource } from "../source.ts";
import * as kinds from "./ingredients.ts";
import { openWorkerSource } from "./worker-source.ts";

/** Lines of many hands, pens and papers: see line-strip-sampler.ts. */
export const lineStripSource: OpenSource = (options) =>
	openWorkerSource(import.meta.resolve("./line-strip-sampler.ts"), {}, options);

const VALIDATION_LINES = 1_000;

/** Lines written with the validation digits, always the same; as many labels a strip as it has frames. */
export async function validationStrips(): Promise<DigitSet> {
	const letters = (await fontLetters()).map(({ strokes }) => ({ label: NOT_A_DIGIT, strokes }));
	const digits = kinds.crispGlyphs(await loadValidation(), LIGHT);
	const writers = {
		digits: [{ digits, zeros: digits }],
		others: [kinds.writing(letters, LIGHT)],
	};
	const size = STRIP_HEIGHT * TRAINING_WIDTH;
	const pixels = new Uint8Array(VALIDATION_LINES * size);
	const labels = new Uint8Array(VALIDATION_LINES * TRAINING_FRAMES);
	const strip = new Float32Array(size);
	for (let line = 0; line < VALIDATION_LINES; line++) {
		const frames = labels.subarray(line * TRAINING_FRAMES, (line + 1) * TRAINING_FRAMES);
		composeStrip(writers, TRAINING_WIDTH, createRandom(line), strip, frames);
		pixels.set(
			strip.map((ink) => Math.round(255 * ink)),
			line * size,
		);
	}
	return { width: TRAINING_WIDTH, height: STRIP_HEIGHT, pixels, labels };
}
