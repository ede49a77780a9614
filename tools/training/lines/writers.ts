import type { InkMap } from "../../../lib/image/pixels.ts";
import { type DigitSet, pictureOf } from "../../data/digit-set.ts";
import { loadTraining } from "../../data/mnist.ts";
import { HANDS, loadOutlineFonts } from "../../data/outline-fonts.ts";
import { loadPendigits } from "../../data/pen-digits.ts";
import { loadOmniglot, loadOptdigits } from "../../data/picture-digits.ts";
import { loadValidation } from "../../data/validation.ts";
import { createRandom } from "../../random.ts";
import { changeStrokeWidth } from "../augmentation/stroke-width.ts";
import { clearSigns, fontDigits, fontLetters } from "../negatives/characters.ts";
import { scribble } from "../negatives/scribbles.ts";
import { shape } from "../negatives/shapes.ts";
import type { Writers } from "./compose-line.ts";
import { type Hands, oneOf, pictureHands, repeatingHand, strokeHands } from "./hand.ts";
import { schoolHand, withOwnForms } from "./school-hands.ts";
import { pictureShape, type Shape, strokeShape } from "./shape.ts";

/** Letters and signs that are digits in other hands: see amount-forms.ts. */
const LIKE_AMOUNTS = new Set("PpTtfr+");

/** Every so many fonts, one trains nothing. */
const FONT_HELD_OUT = 7;

const inksOf = (set: DigitSet) =>
	Array.from(set.labels, (label, index) => ({
		label,
		ink: {
			width: set.width,
			height: set.height,
			data: Float32Array.from(pictureOf(set, index), (byte) => byte / 255),
		},
	}));

/** How much fatter and thinner than it is a font's pen may be, px of its pictures. */
const PENS = [-1, 0, 1, 2];

const fontShape = (ink: InkMap, pen: number): Shape => {
	const padded: InkMap = {
		width: ink.width + 6,
		height: ink.height + 6,
		data: new Float32Array((ink.width + 6) * (ink.height + 6)),
	};
	for (let y = 0; y < ink.height; y++)
		padded.data.set(ink.data.subarray(y * ink.width, (y + 1) * ink.width), (y + 3) * padded.width + 3);
	return pictureShape(changeStrokeWidth(padded, pen)) ?? pictureShape(ink)!;
};

/** Fonts of people's hands, each with pens of several widths. */
async function fontHands(fonts: readonly string[]): Promise<Hands> {
	const drawn = await loadOutlineFonts(fonts, [..."0123456789"]);
	return oneOf(
		fonts.flatMap((font) =>
			PENS.map((pen) =>
				repeatingHand(
					drawn
						.filter((one) => one.font === font)
						.map(({ character, ink }) => [Number(character), fontShape(ink, pen)] as const),
				),
			),
		),
	);
}

async function penOtherShapes(): Promise<Shape[]> {
	const [letters, signs] = await Promise.all([fontLetters(), clearSigns()]);
	return [...letters, ...signs]
		.filter(({ character }) => !LIKE_AMOUNTS.has(character))
		.map(({ strokes }) => strokeShape(strokes));
}

/** So many scribbles, and as many geometric shapes. */
const DRAWINGS = 300;

function drawings(): Shape[] {
	const random = createRandom(DRAWINGS);
	return Array.from({ length: DRAWINGS }, () => [
		strokeShape(scribble(random)),
		strokeShape(shape(random)),
	]).flat();
}

/** Who writes the lines to learn from. */
export async function trainingWriters(): Promise<Writers> {
	const [mnist, pen, optical, digits, omniglot, fonts, letters] = await Promise.all([
		loadTraining(),
		loadPendigits(),
		loadOptdigits(),
		fontDigits(),
		loadOmniglot(),
		fontHands(HANDS.filter((_, i) => i % FONT_HELD_OUT !== 3)),
		penOtherShapes(),
	]);
	const singleLine = digits.map(({ font, character, strokes }) => ({
		label: Number(character),
		writer: font,
		strokes,
	}));
	return {
		hands: [
			[0.26, withOwnForms(pictureHands(inksOf(mnist)), 0.6)],
			[0.22, withOwnForms(strokeHands(pen.training), 0.6)],
			[0.34, schoolHand],
			[0.11, fonts],
			[0.03, strokeHands(singleLine)],
			[0.04, pictureHands(inksOf(optical.training))],
		],
		others: [
			...letters,
			...drawings(),
			...inksOf(omniglot).flatMap(({ ink }, i) =>
				i % 3 === 0 ? [pictureShape(changeStrokeWidth(ink, 2))!] : [],
			),
		],
	};
}

/** Who writes the lines to validate on: hands that train nothing. */
export async function validationWriters(): Promise<Writers> {
	const [mnist, pen, optical, fonts, letters] = await Promise.all([
		loadValidation(),
		loadPendigits(),
		loadOptdigits(),
		fontHands(HANDS.filter((_, i) => i % FONT_HELD_OUT === 3)),
		penOtherShapes(),
	]);
	return {
		hands: [
			[0.4, pictureHands(inksOf(mnist))],
			[0.4, strokeHands(pen.heldOut)],
			[0.15, fonts],
			[0.05, pictureHands(inksOf(optical.heldOut))],
		],
		others: letters,
	};
}
