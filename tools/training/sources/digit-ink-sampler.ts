import { PEN_MAPS_SIZE } from "../../../lib/ink/pen-maps.ts";
import { NOT_A_DIGIT } from "../../../lib/models/outputs.ts";
import { loadTraining } from "../../data/mnist.ts";
import { loadPendigits } from "../../data/pen-digits.ts";
import { allograph, penAllograph } from "../allographs.ts";
import { LIGHT } from "../augmentation/augment.ts";
import { clearSigns, fontDigits, fontLetters } from "../negatives/characters.ts";
import { scribble } from "../negatives/scribbles.ts";
import { shape } from "../negatives/shapes.ts";
import { crispGlyphs } from "./ingredients.ts";
import * as pen from "./pen-ingredients.ts";
import { type Portion, portionSampler } from "./portions.ts";
import type { Sampler } from "./sampler.ts";

/** What the model of ink learns from. */
export async function portions(): Promise<Portion[]> {
	const [mnist, { training: digits }] = await Promise.all([loadTraining(), loadPendigits()]);
	const [ofFonts, letters, signs] = await Promise.all([fontDigits(), fontLetters(), clearSigns()]);
	const asDigits = ofFonts.map(({ character, strokes }) => ({ label: Number(character), strokes }));
	const asNone = [...letters, ...signs].map(({ strokes }) => ({ label: NOT_A_DIGIT, strokes }));
	return [
		["pen strokes", 12_000, pen.penWriting(digits)],
		["allographs", 1_500, pen.madeUpPenWriting(allograph)],
		["forms told by the pen", 900, pen.madeUpPenWriting(penAllograph)],
		["font digits", 500, pen.penWriting(asDigits)],
		["MNIST, without pen", 3_500, pen.withoutPen(crispGlyphs(mnist, LIGHT))],
		["letters and signs", 2_400, pen.penWriting(asNone)],
		["scribbles", 300, pen.madeUpPenStrokes(scribble)],
		["shapes", 500, pen.madeUpPenStrokes(shape)],
		["spoiled digits", 500, pen.spoiledWriting(digits)],
		["several digits", 1_200, pen.severalByPen([...digits, ...asDigits])],
	];
}

/** The samples of the model of ink. */
export async function createSampler(_: unknown, seed: number): Promise<Sampler> {
	return portionSampler(await portions(), seed, PEN_MAPS_SIZE);
}
