import { GLYPH_SIDE } from "../../../lib/glyph.ts";
import { normaliseGlyph } from "../../../lib/image/normalise.ts";
import type { InkMap } from "../../../lib/image/pixels.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";
import { NOT_A_DIGIT, SEVERAL_DIGITS } from "../../../lib/models/outputs.ts";
import { type DigitSet, pictureOf } from "../../data/digit-set.ts";
import { between, pick, type Random } from "../../random.ts";
import { augmentGlyph, augmentInk, augmentStrokes, type Strength } from "../augmentation/augment.ts";
import { changeStrokeWidth } from "../augmentation/stroke-width.ts";
import { mutilate, SPOILABLE } from "../negatives/mutilations.ts";
import { joinInk, joinStrokes } from "./several.ts";

/** One kind of sample. */
export interface Ingredient {
	/** How many there are; every one comes equally often. Infinity for what is made up each time. */
	readonly size: number;
	/** Writes member `index`, changed at random, to `into`, which is as large as the network's input, and returns its class. */
	draw(index: number, random: Random, into: Float32Array): number;
}

/** Strokes with their class. */
export interface LabelledStrokes {
	readonly label: number;
	readonly strokes: readonly Stroke[];
}

/** Picture `index` of a set as ink 0..1. */
function inkOf(set: DigitSet, index: number): InkMap {
	const data = Float32Array.from(pictureOf(set, index), (byte) => byte / 255);
	return { width: set.width, height: set.height, data };
}

/** Ink of any size normalised; of a glyph's size it is taken to be so. */
function asGlyph(ink: InkMap): InkMap {
	if (ink.width === GLYPH_SIDE && ink.height === GLYPH_SIDE) return ink;
	return { width: GLYPH_SIDE, height: GLYPH_SIDE, data: normaliseGlyph(ink) };
}

const glyphOf = (set: DigitSet, index: number) => asGlyph(inkOf(set, index));

/** Pictures of digits. */
export function pictures(set: DigitSet, strength: Strength): Ingredient {
	return {
		size: set.labels.length,
		draw(index, random, into) {
			augmentInk(glyphOf(set, index), strength, random, into);
			return set.labels[index];
		},
	};
}

/** Pictures of characters that are no digits, their thin strokes drawn with pens of every width. */
export function thinCharacters(set: DigitSet, strength: Strength): Ingredient {
	return {
		size: set.labels.length,
		draw(index, random, into) {
			const ink = inkOf(set, index);
			const thick = changeStrokeWidth(ink, between(random, 0, 0.06) * ink.width);
			augmentInk(asGlyph(thick), strength, random, into);
			return NOT_A_DIGIT;
		},
	};
}

/** Glyphs bent on their own grid, crisp, with their labels. */
export function crispGlyphs(set: DigitSet, strength: Strength): Ingredient {
	return {
		size: set.labels.length,
		draw(index, random, into) {
			augmentGlyph(glyphOf(set, index).data, strength, random, into);
			return set.labels[index];
		},
	};
}

/** Written characters. */
export function writing(
	characters: readonly LabelledStrokes[],
	strength: Strength,
	thickestPen?: number,
): Ingredient {
	return {
		size: characters.length,
		draw(index, random, into) {
			augmentStrokes(characters[index].strokes, strength, random, into, thickestPen);
			return characters[index].label;
		},
	};
}

/** Drawn characters of any size, with their labels. */
export function drawnCharacters(
	characters: readonly { readonly label: number; readonly ink: InkMap }[],
	strength: Strength,
): Ingredient {
	return {
		size: characters.length,
		draw(index, random, into) {
			const { label, ink } = characters[index];
			augmentInk(asGlyph(ink), strength, random, into);
			return label;
		},
	};
}

/** Characters made up each time, with their labels. */
export function madeUpWriting(
	make: (random: Random) => LabelledStrokes,
	strength: Strength,
	thickestPen?: number,
): Ingredient {
	return {
		size: Number.POSITIVE_INFINITY,
		draw(_, random, into) {
			const { label, strokes } = make(random);
			augmentStrokes(strokes, strength, random, into, thickestPen);
			return label;
		},
	};
}

/** Strokes made up each time, none of them a digit. */
export function madeUpStrokes(make: (random: Random) => Stroke[], strength: Strength): Ingredient {
	return {
		size: Number.POSITIVE_INFINITY,
		draw(_, random, into) {
			augmentStrokes(make(random), strength, random, into);
			return NOT_A_DIGIT;
		},
	};
}

/** Pictures made up each time, none of them a digit. */
export function madeUpInk(make: (random: Random) => InkMap, strength: Strength): Ingredient {
	return {
		size: Number.POSITIVE_INFINITY,
		draw(_, random, into) {
			augmentInk(make(random), strength, random, into);
			return NOT_A_DIGIT;
		},
	};
}

/** Digits spoiled by mirroring, turning and halving. */
export function spoiledDigits(set: DigitSet, strength: Strength): Ingredient {
	const spoilable = Array.from(set.labels.keys()).filter((index) => SPOILABLE.includes(set.labels[index]));
	return {
		size: spoilable.length,
		draw(index, random, into) {
			const at = spoilable[index];
			augmentInk(mutilate(glyphOf(set, at), set.labels[at], random), strength, random, into);
			return NOT_A_DIGIT;
		},
	};
}

/** A thicker pen would fill the loops of digits this small. */
const THICKEST_FOR_SEVERAL = 3;

export const howMany = (random: Random) => (random() < 0.8 ? 2 : 3);

/** Two or three pictures of digits in one glyph. */
export function severalPictures(set: DigitSet, strength: Strength): Ingredient {
	return {
		size: set.labels.length,
		draw(index, random, into) {
			const others = Array.from({ length: howMany(random) - 1 }, () =>
				Math.floor(random() * set.labels.length),
			);
			const inks = [index, ...others].map((at) => glyphOf(set, at));
			const squeeze = random() < 0.5 ? 1 : 0.45 + 0.55 * random();
			const joined = joinInk(inks, squeeze, random);
			augmentInk(joined, strength, random, into, Math.max(joined.width, joined.height));
			return SEVERAL_DIGITS;
		},
	};
}

/** Two or three written digits in one glyph. */
export function severalWritten(digits: readonly LabelledStrokes[], strength: Strength): Ingredient {
	return {
		size: digits.length,
		draw(index, random, into) {
			const others = Array.from({ length: howMany(random) - 1 }, () => pick(random, digits).strokes);
			const joined = joinStrokes([digits[index].strokes, ...others], random);
			augmentStrokes(joined, strength, random, into, THICKEST_FOR_SEVERAL);
			return SEVERAL_DIGITS;
		},
	};
}
