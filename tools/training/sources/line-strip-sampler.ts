import { TRAINING_FRAMES, TRAINING_WIDTH } from "../../../lib/models/architectures/digit-line.ts";
import { STRIP_HEIGHT } from "../../../lib/models/line-strip.ts";
import { NOT_A_DIGIT } from "../../../lib/models/outputs.ts";
import { type DigitSet, subset } from "../../data/digit-set.ts";
import { loadTraining } from "../../data/mnist.ts";
import { HANDS, loadOutlineFonts } from "../../data/outline-fonts.ts";
import { loadPendigits } from "../../data/pen-digits.ts";
import { loadOmniglot, loadOptdigits } from "../../data/picture-digits.ts";
import { createRandom } from "../../random.ts";
import { allograph, allographOfZero } from "../allographs.ts";
import { LIGHT, STRONG, type Strength } from "../augmentation/augment.ts";
import { amountForm } from "../lines/amount-forms.ts";
import { composeStrip, type LineWriters, type Writer } from "../lines/strip.ts";
import { clearSigns, fontDigits, fontLetters } from "../negatives/characters.ts";
import * as kinds from "./ingredients.ts";
import type { Sampler } from "./sampler.ts";

const SAMPLES_PER_EPOCH = 16_000;

/** Letters and signs that are digits in other hands: see amount-forms.ts. */
const LIKE_AMOUNTS = new Set("PpTtfr+");

function pictureWriter(
	set: DigitSet,
	strength: Strength,
	kind: (set: DigitSet, strength: Strength) => kinds.Ingredient,
): Writer {
	const zeros = Array.from(set.labels.keys()).filter((index) => set.labels[index] === 0);
	return { digits: kind(set, strength), zeros: kind(subset(set, zeros), strength) };
}

function listWriter<T extends { readonly label: number }>(
	list: readonly T[],
	kind: (list: readonly T[], strength: Strength) => kinds.Ingredient,
): Writer {
	const zeros = list.filter(({ label }) => label === 0);
	return { digits: kind(list, STRONG), zeros: kind(zeros, STRONG) };
}

/** Who writes the lines; who is named more often writes more of them. */
async function writers(): Promise<LineWriters> {
	const [mnist, { training: pen }, { training: optical }] = await Promise.all([
		loadTraining(),
		loadPendigits(),
		loadOptdigits(),
	]);
	const [omniglot, digits, letters, signs, hands] = await Promise.all([
		loadOmniglot(),
		fontDigits(),
		fontLetters(),
		clearSigns(),
		loadOutlineFonts(HANDS, [..."0123456789"]),
	]);
	const asDigits = digits.map(({ character, strokes }) => ({ label: Number(character), strokes }));
	const drawn = hands.map(({ character, ink }) => ({ label: Number(character), ink }));
	const asOthers = [...letters, ...signs]
		.filter(({ character }) => !LIKE_AMOUNTS.has(character))
		.map(({ strokes }) => ({ label: NOT_A_DIGIT, strokes }));
	const zeros = kinds.madeUpWriting(allographOfZero, STRONG);
	const [crisp, pens, fonts] = [
		pictureWriter(mnist, LIGHT, kinds.crispGlyphs),
		listWriter(pen, kinds.writing),
		listWriter(drawn, kinds.drawnCharacters),
	];
	const made = { digits: kinds.madeUpWriting(allograph, STRONG), zeros };
	const amounts = { digits: kinds.madeUpWriting(amountForm, STRONG), zeros };
	return {
		digits: [
			...[crisp, crisp, crisp, crisp, crisp, crisp, pictureWriter(mnist, STRONG, kinds.pictures)],
			...[pens, pens, made, made, amounts, fonts, fonts],
			...[pictureWriter(optical, STRONG, kinds.pictures), listWriter(asDigits, kinds.writing)],
		],
		others: [
			kinds.writing(asOthers, STRONG),
			kinds.writing(asOthers, STRONG),
			kinds.thinCharacters(omniglot, STRONG),
		],
	};
}

/** Lines of characters as strips, made up each time. */
export async function createSampler(_: unknown, seed: number): Promise<Sampler> {
	const all = await writers();
	return {
		samplesPerEpoch: SAMPLES_PER_EPOCH,
		pixelsPerSample: STRIP_HEIGHT * TRAINING_WIDTH,
		labelsPerSample: TRAINING_FRAMES,
		sample(epoch, position, pixels, labels) {
			composeStrip(all, TRAINING_WIDTH, createRandom(seed, epoch, position), pixels, labels);
		},
	};
}
