import { NOT_A_DIGIT } from "../../../lib/models/outputs.ts";
import { loadTraining } from "../../data/mnist.ts";
import { HANDS, loadOutlineFonts } from "../../data/outline-fonts.ts";
import { loadPendigits } from "../../data/pen-digits.ts";
import { loadOmniglot, loadOptdigits } from "../../data/picture-digits.ts";
import { allograph } from "../allographs.ts";
import { LIGHT, STRONG } from "../augmentation/augment.ts";
import { CLEAR_LETTERS, clearSigns, fontDigits, fontLetters } from "../negatives/characters.ts";
import { scribble } from "../negatives/scribbles.ts";
import { shape } from "../negatives/shapes.ts";
import { texture } from "../negatives/textures.ts";
import { boxedPictures } from "./boxed-pictures.ts";
import * as kinds from "./ingredients.ts";
import { lineSegments } from "./line-segments.ts";
import { type Portion, portionSampler } from "./portions.ts";
import type { Sampler } from "./sampler.ts";

/** What the flagship learns from. A portion per kind; digits and everything else meet the same pens and damage. */
export async function portions(): Promise<Portion[]> {
	const [mnist, { training: pen }, { training: optical }] = await Promise.all([
		loadTraining(),
		loadPendigits(),
		loadOptdigits(),
	]);
	const [omniglot, digits, letters, signs, outlineDigits, outlineLetters] = await Promise.all([
		loadOmniglot(),
		fontDigits(),
		fontLetters(),
		clearSigns(),
		loadOutlineFonts(HANDS, [..."0123456789"]),
		loadOutlineFonts(HANDS, CLEAR_LETTERS),
	]);
	const asDigits = digits.map(({ character, strokes }) => ({ label: Number(character), strokes }));
	const asNone = [...letters, ...signs].map(({ strokes }) => ({ label: NOT_A_DIGIT, strokes }));
	const written = [...pen, ...asDigits];
	const outlined = outlineDigits.map(({ character, ink }) => ({ label: Number(character), ink }));
	const outlinedNone = outlineLetters.map(({ ink }) => ({ label: NOT_A_DIGIT, ink }));
	return [
		["MNIST, crisp", 13_000, kinds.crispGlyphs(mnist, LIGHT)],
		["MNIST", 1_500, kinds.pictures(mnist, LIGHT)],
		["MNIST, strong", 2_500, kinds.pictures(mnist, STRONG)],
		["MNIST in boxes", 1_500, boxedPictures(mnist, LIGHT)],
		["pen strokes", 3_500, kinds.writing(pen, STRONG)],
		["allographs", 2_000, kinds.madeUpWriting(allograph, STRONG)],
		["optical", 1_000, kinds.pictures(optical, STRONG)],
		["optical in boxes", 500, boxedPictures(optical, LIGHT)],
		["font digits", 400, kinds.writing(asDigits, STRONG)],
		["outline digits", 800, kinds.drawnCharacters(outlined, STRONG)],
		["letters and signs", 2_400, kinds.writing(asNone, STRONG)],
		["outline letters", 1_400, kinds.drawnCharacters(outlinedNone, STRONG)],
		["Omniglot", 600, kinds.thinCharacters(omniglot, STRONG)],
		["scribbles", 250, kinds.madeUpStrokes(scribble, STRONG)],
		["shapes", 350, kinds.madeUpStrokes(shape, STRONG)],
		["textures", 200, kinds.madeUpInk(texture, LIGHT)],
		["spoiled digits", 250, kinds.spoiledDigits(mnist, STRONG)],
		["line segments", 700, lineSegments(mnist, LIGHT)],
		["several pictures", 900, kinds.severalPictures(mnist, STRONG)],
		["several written", 500, kinds.severalWritten(written, STRONG)],
	];
}

/** The flagship's samples. */
export async function createSampler(_: unknown, seed: number): Promise<Sampler> {
	return portionSampler(await portions(), seed);
}
