import { loadPendigits, type PenDigit } from "../data/pen-digits.ts";
import { loadStrokeFonts } from "../data/stroke-fonts.ts";
import { between, createRandom, type Random } from "../random.ts";
import {
	beforeUnit,
	type Drawing,
	expression,
	labelled,
	longExpression,
	markedNumber,
	number,
	SIGN_SIZES,
} from "./drawings.ts";
import { MARKS_AROUND } from "./marks-around.ts";
import { type Pen, paint } from "./paint-drawing.ts";
import type { Part, PictureSample } from "./picture-sets.ts";

type Kind = readonly [
	name: string,
	draw: (digits: readonly PenDigit[], random: Random) => Drawing,
	pen: (random: Random) => Pen,
];

const usualPen = (random: Random): Pen => ({
	height: between(random, 40, 110),
	width: between(random, 0.06, 0.14),
	margin: 0.6,
});
const penOf = (width: number) => (random: Random) => ({ ...usualPen(random), width });

async function kinds(): Promise<Kind[]> {
	const letters = (await loadStrokeFonts()).filter(({ font }) => font === "EMSReadability");
	return [
		...[30, 20, 12, 8, 5, 4, 3].map((part): Kind => [`pen 1/${part}`, number, penOf(1 / part)]),
		["12 px high", number, () => ({ height: 12, width: 0.12, margin: 0.6 })],
		[
			"fills it",
			(digits, random) => number(digits, random, 1),
			(random) => ({ ...usualPen(random), margin: 0.08 }),
		],
		...SIGN_SIZES.map(
			([sign, size]): Kind => [
				`sign ${sign}`,
				(digits, random) => expression(digits, sign, size, random),
				usualPen,
			],
		),
		["long expression", longExpression, usualPen],
		...MARKS_AROUND.map(
			([name, mark]): Kind => [
				name,
				(digits, random) => markedNumber(digits, mark, random),
				(random) => ({ ...usualPen(random), margin: 0.9 }),
			],
		),
		["beside a word", (digits, random) => labelled(digits, letters, random), usualPen],
		["close to a word", (digits, random) => labelled(digits, letters, random, 0.45), usualPen],
		["before a unit", (digits, random) => beforeUnit(digits, letters, random), usualPen],
	];
}

/** Pictures of a kind and part. */
const COUNT = 40;

/**
 * Numbers of six pendigits writers who train nothing, three for tuning and three for the check: drawn with pens of
 * every width, tiny, filling the picture; with signs; beside words. As `[kind, pictures]`.
 */
export async function drawnNumbers(): Promise<(readonly [kind: string, pictures: PictureSample[]])[]> {
	const { heldOut } = await loadPendigits();
	const parts = ["tuning", "check"] as const satisfies Part[];
	const writers = [...new Set(heldOut.map(({ writer }) => writer))].sort((a, b) => Number(a) - Number(b));
	return (await kinds()).map(([name, draw, penOf], kind) => [
		name,
		parts.flatMap((part, side) => {
			const digits = heldOut.filter(({ writer }) => writers.indexOf(writer) % 2 === side);
			return Array.from({ length: COUNT }, (_, i): PictureSample => {
				const random = createRandom(side, kind, i);
				const drawing = draw(digits, random);
				const pen = penOf(random);
				const { text, display } = drawing;
				return {
					name: `${name} ${i}`,
					part,
					truth: { text, orderStrict: true },
					display,
					load: async () => paint(drawing, pen),
				};
			});
		}),
	]);
}
