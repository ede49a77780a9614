import { GLYPH_SIZE } from "../../../lib/glyph.ts";
import { PEN_CHANNELS, penMaps } from "../../../lib/ink/pen-maps.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";
import { NOT_A_DIGIT, SEVERAL_DIGITS } from "../../../lib/models/outputs.ts";
import { pick, type Random } from "../../random.ts";
import { varyWriting } from "../augmentation/pen.ts";
import { SPOILABLE } from "../negatives/mutilations.ts";
import { spoilStrokes } from "../negatives/spoiled-strokes.ts";
import { howMany, type Ingredient, type LabelledStrokes } from "./ingredients.ts";
import { joinStrokes } from "./several.ts";

/** How often the way of the pen is left out, so that the picture has its say. */
const PICTURE_ALONE = 0.1;

/** Writes the maps of strokes, written anew by another hand, to `into`. */
function drawMaps(strokes: readonly Stroke[], random: Random, into: Float32Array): void {
	const maps = penMaps(varyWriting(strokes, random));
	const pictureAlone = random() < PICTURE_ALONE;
	into.set(pictureAlone ? maps.map((ink, i) => (i % PEN_CHANNELS === 0 ? ink : 0)) : maps);
}

/** What is written, `size` of them; Infinity for what is made up each time. */
function written(size: number, make: (index: number, random: Random) => LabelledStrokes): Ingredient {
	return {
		size,
		draw(index, random, into) {
			const { label, strokes } = make(index, random);
			drawMaps(strokes, random, into);
			return label;
		},
	};
}

/** Written characters as the pen wrote them. */
export const penWriting = (characters: readonly LabelledStrokes[]): Ingredient =>
	written(characters.length, (index) => characters[index]);

/** Characters made up each time. */
export const madeUpPenWriting = (make: (random: Random) => LabelledStrokes): Ingredient =>
	written(Number.POSITIVE_INFINITY, (_, random) => make(random));

/** Strokes made up each time, none of them a digit. */
export const madeUpPenStrokes = (make: (random: Random) => Stroke[]): Ingredient =>
	madeUpPenWriting((random) => ({ label: NOT_A_DIGIT, strokes: make(random) }));

/** Written digits spoiled by mirroring, turning and halving. */
export function spoiledWriting(digits: readonly LabelledStrokes[]): Ingredient {
	const spoilable = digits.filter(({ label }) => SPOILABLE.includes(label));
	return written(spoilable.length, (index, random) => {
		const { label, strokes } = spoilable[index];
		return { label: NOT_A_DIGIT, strokes: spoilStrokes(strokes, label, random) };
	});
}

/** Two or three written digits beside each other. */
export function severalByPen(digits: readonly LabelledStrokes[]): Ingredient {
	return written(digits.length, (index, random) => {
		const others = Array.from({ length: howMany(random) - 1 }, () => pick(random, digits).strokes);
		return { label: SEVERAL_DIGITS, strokes: joinStrokes([digits[index].strokes, ...others], random) };
	});
}

/** The glyphs of an ingredient of pictures, of whose writing nothing is known. */
export function withoutPen(pictures: Ingredient): Ingredient {
	return {
		size: pictures.size,
		draw(index, random, into) {
			const glyph = new Float32Array(GLYPH_SIZE);
			const label = pictures.draw(index, random, glyph);
			into.fill(0);
			glyph.forEach((ink, i) => {
				into[i * PEN_CHANNELS] = ink;
			});
			return label;
		},
	};
}
