import { NOT_A_DIGIT } from "../../../lib/models/outputs.ts";
import { loadTraining } from "../../data/mnist.ts";
import { loadPendigits } from "../../data/pen-digits.ts";
import { loadOmniglot, loadOptdigits } from "../../data/picture-digits.ts";
import { allograph } from "../allographs.ts";
import { LIGHT, STRONG } from "../augmentation/augment.ts";
import { clearSigns, fontDigits, fontLetters } from "../negatives/characters.ts";
import { scribble } from "../negatives/scribbles.ts";
import { shape } from "../negatives/shapes.ts";
import { texture } from "../negatives/textures.ts";
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
	const [omniglot, digits, letters, signs] = await Promise.all([
		loadOmniglot(),
		fontDigits(),
		fontLetters(),
		clearSigns(),
	]);
	const asDigits = digits.map(({ character, strokes }) => ({ label: Number(character), strokes }));
	const asNone = [...letters, ...signs].map(({ strokes }) => ({ label: NOT_A_DIGIT, strokes }));
	const written = [...pen, ...asDigits];
	return [
		["MNIST, crisp", 34_000, kinds.crispGlyphs(mnist, LIGHT)],
		["MNIST", 4_000, kinds.pictures(mnist, LIGHT)],
		["MNIST, strong", 6_000, kinds.pictures(mnist, STRONG)],
		["pen strokes", 8_000, kinds.writing(pen, STRONG)],
		["allographs", 4_000, kinds.madeUpWriting(allograph, STRONG)],
		["optical", 2_000, kinds.pictures(optical, STRONG)],
		["font digits", 1_000, kinds.writing(asDigits, STRONG)],
		["letters and signs", 6_000, kinds.writing(asNone, STRONG)],
		["Omniglot", 1_500, kinds.thinCharacters(omniglot, STRONG)],
		["scribbles", 500, kinds.madeUpStrokes(scribble, STRONG)],
		["shapes", 800, kinds.madeUpStrokes(shape, STRONG)],
		["textures", 500, kinds.madeUpInk(texture, LIGHT)],
		["spoiled digits", 500, kinds.spoiledDigits(mnist, STRONG)],
		["line segments", 1_500, lineSegments(mnist, LIGHT)],
		["several pictures", 2_000, kinds.severalPictures(mnist, STRONG)],
		["several written", 1_200, kinds.severalWritten(written, STRONG)],
	];
}

/** The flagship's samples. */
export async function createSampler(_: unknown, seed: number): Promise<Sampler> {
	return portionSampler(await portions(), seed);
}
