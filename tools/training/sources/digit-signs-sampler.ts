import { NOT_A_DIGIT } from "../../../lib/models/outputs.ts";
import { classOfSign, SIGN_CLASSES, type Sign } from "../../../lib/models/signs.ts";
import { loadTraining } from "../../data/mnist.ts";
import { type DrawnCharacter, HANDS, loadOutlineFonts } from "../../data/outline-fonts.ts";
import { loadPendigits } from "../../data/pen-digits.ts";
import { loadOmniglot, loadOptdigits } from "../../data/picture-digits.ts";
import { loadStrokeFonts } from "../../data/stroke-fonts.ts";
import { allograph } from "../allographs.ts";
import { LIGHT, STRONG, type Strength } from "../augmentation/augment.ts";
import { clearSigns, fontDigits, fontLetters } from "../negatives/characters.ts";
import { scribble } from "../negatives/scribbles.ts";
import { texture } from "../negatives/textures.ts";
import { SMALL_SIGNS, TALL_SIGNS, writtenSign } from "../written-signs.ts";
import * as kinds from "./ingredients.ts";
import { lineSegments } from "./line-segments.ts";
import { type Portion, portionSampler } from "./portions.ts";
import type { Sampler } from "./sampler.ts";

const DIGIT = SIGN_CLASSES.indexOf("digit");
const OTHER = SIGN_CLASSES.indexOf("other");

/** How fonts and letters write signs. An x is one; the other dashes are what some hands call a minus. */
const CHARACTERS: Readonly<Record<string, Sign>> = {
	"+": "+",
	"-": "-",
	"−": "-",
	"–": "-",
	"×": "×",
	x: "×",
	X: "×",
	"÷": "÷",
	"=": "=",
	":": ":",
	"/": "/",
	"%": "%",
	"(": "(",
	")": ")",
	"#": "#",
};

/** Letters that neither digits nor signs resemble: t is like +, c like ( and their like are left out. */
const LETTERS = [..."ABCDEFGHKLMNPRTUVWYadehkmnpruvw$&@?€£"];

/** Every sixth hand trains nothing: the best epoch is picked on its signs. */
const isHeldOut = (font: string) => HANDS.indexOf(font) % 6 === 5;

/** A pen of usual width is thick for what is half as high as a digit, in glyph pixels. */
const THICKEST_PEN = 7.5;

/** Who is asked for what: the flagship's digits and negatives, by this model's classes. */
function asClasses(ingredient: kinds.Ingredient): kinds.Ingredient {
	return {
		size: ingredient.size,
		draw: (index, random, into) => (ingredient.draw(index, random, into) < NOT_A_DIGIT ? DIGIT : OTHER),
	};
}

const classOf = (character: string) =>
	Object.hasOwn(CHARACTERS, character) ? classOfSign(CHARACTERS[character]) : OTHER;

const drawn = (characters: readonly DrawnCharacter[], strength: Strength) =>
	kinds.drawnCharacters(
		characters.map(({ character, ink }) => ({ label: classOf(character), ink })),
		strength,
	);

/** Signs of hands made up each time. */
const madeUp = (signs: readonly Sign[], strength: Strength, thickestPen?: number): kinds.Ingredient =>
	kinds.madeUpWriting(
		(random) => {
			const { sign, strokes } = writtenSign(signs, random);
			return { label: classOfSign(sign), strokes };
		},
		strength,
		thickestPen,
	);

export const smallSigns = (strength: Strength) => madeUp(SMALL_SIGNS, strength, THICKEST_PEN);
export const tallSigns = (strength: Strength) => madeUp(TALL_SIGNS, strength);

/** The signs and letters of the outline fonts whose hands train, or of those that do not. */
export async function fontSigns(part: "training" | "held out", strength: Strength) {
	const fonts = HANDS.filter((font) => isHeldOut(font) === (part === "held out"));
	const [signs, letters] = await Promise.all([
		loadOutlineFonts(fonts, Object.keys(CHARACTERS)),
		loadOutlineFonts(fonts, LETTERS),
	]);
	return { signs: drawn(signs, strength), letters: drawn(letters, strength) };
}

/** What the sign model learns from: digits, other ink, and signs of fonts and of hands made up each time. */
async function portions(): Promise<Portion[]> {
	const [mnist, { training: pen }, { training: optical }, omniglot] = await Promise.all([
		loadTraining(),
		loadPendigits(),
		loadOptdigits(),
		loadOmniglot(),
	]);
	const [digits, letters, alphabets, strokeFonts, outlines] = await Promise.all([
		fontDigits(),
		fontLetters(),
		clearSigns(),
		loadStrokeFonts(),
		fontSigns("training", STRONG),
	]);
	const asDigits = digits.map(({ character, strokes }) => ({ label: Number(character), strokes }));
	const penSigns = strokeFonts
		.filter(({ character }) => Object.hasOwn(CHARACTERS, character))
		.map(({ character, strokes }) => ({ label: classOf(character), strokes }));
	const others = [...letters.filter(({ character }) => LETTERS.includes(character)), ...alphabets].map(
		({ strokes }) => ({ label: NOT_A_DIGIT, strokes }),
	);
	const plain: Portion[] = [
		["MNIST", 4_000, kinds.pictures(mnist, STRONG)],
		["MNIST, crisp", 2_000, kinds.crispGlyphs(mnist, LIGHT)],
		["pen strokes", 3_000, kinds.writing(pen, STRONG)],
		["allographs", 2_000, kinds.madeUpWriting(allograph, STRONG)],
		["optical", 1_000, kinds.pictures(optical, STRONG)],
		["font digits", 500, kinds.writing(asDigits, STRONG)],
		["line segments", 1_500, lineSegments(mnist, LIGHT)],
		["letters and alphabets", 2_500, kinds.writing(others, STRONG)],
		["Omniglot", 1_000, kinds.thinCharacters(omniglot, STRONG)],
		["scribbles", 300, kinds.madeUpStrokes(scribble, STRONG)],
		["textures", 200, kinds.madeUpInk(texture, LIGHT)],
		["spoiled digits", 300, kinds.spoiledDigits(mnist, STRONG)],
		["several pictures", 1_000, kinds.severalPictures(mnist, STRONG)],
		["several written", 700, kinds.severalWritten([...pen, ...asDigits, ...penSigns], STRONG)],
	];
	return [
		...plain.map(([name, count, ingredient]): Portion => [name, count, asClasses(ingredient)]),
		["outline letters", 1_500, outlines.letters],
		["outline signs", 3_000, outlines.signs],
		["pen signs", 1_500, kinds.writing(penSigns, STRONG)],
		["small signs", 6_000, smallSigns(STRONG)],
		["tall signs", 4_000, tallSigns(STRONG)],
	];
}

/** The sign model's samples. */
export const createSampler = async (_: unknown, seed: number): Promise<Sampler> =>
	portionSampler(await portions(), seed);
