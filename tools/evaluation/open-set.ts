import { readFile } from "node:fs/promises";
import { GLYPH_SIDE, GLYPH_SIZE } from "../../lib/glyph.ts";
import { resample } from "../../lib/image/resample.ts";
import { type DigitSet, pictureOf } from "../data/digit-set.ts";
import { dataFile } from "../data/folder.ts";
import { loadSigns } from "../data/stroke-fonts.ts";
import { createRandom } from "../random.ts";
import { decodePicture } from "../recognition/decode.ts";
import { type Item, pictureOfInk } from "../recognition/inputs.ts";
import { scribble } from "../training/negatives/scribbles.ts";

/** Things that must not be read as a digit, as the recogniser gets them. */
export interface OpenSet {
	readonly name: string;
	/** Whether each is taken as one character. */
	readonly single: boolean;
	readonly items: readonly Item[];
}

interface Label {
	readonly file: string;
	readonly kind: string;
	readonly ambiguous?: boolean;
}

/** The pictures of nondigits/ that do not look like digits to a person either, by kind. */
export async function loadNonDigits(): Promise<OpenSet[]> {
	const labels = JSON.parse(await readFile(dataFile("nondigits", "labels.json"), "utf8")) as Label[];
	const clear = labels.filter(({ ambiguous }) => !ambiguous);
	return Promise.all(
		[...new Set(clear.map(({ kind }) => kind))].map(async (kind) => ({
			name: `nondigits, ${kind}`,
			single: false,
			items: await Promise.all(
				clear
					.filter((label) => label.kind === kind)
					.map(async ({ file }): Promise<Item> => {
						const bytes = await readFile(dataFile("nondigits", file));
						return { kind: "picture", pixels: await decodePicture(bytes) };
					}),
			),
		})),
	);
}

/** Labels of the Chars74K letters that nobody takes for a digit: 10..35 = A..Z, 36..61 = a..z. */
export const CLEAR_CHARS74K: readonly number[] = [..."AEFHKMNRWXadefkmpuwx"].map((letter) =>
	letter < "a" ? letter.charCodeAt(0) - 55 : letter.charCodeAt(0) - 61,
);

/** Letters of a set as pictures, in default mode. */
export function lettersOf(name: string, set: DigitSet, clear: readonly number[], limit: number): OpenSet {
	const indices = Array.from(set.labels.keys()).filter((index) => clear.includes(set.labels[index]));
	const step = Math.max(1, Math.floor(indices.length / limit));
	const items = indices
		.filter((_, i) => i % step === 0)
		.map((index): Item => {
			const data = Float32Array.from(pictureOf(set, index), (byte) => byte / 255);
			return { kind: "picture", pixels: pictureOfInk({ width: set.width, height: set.height, data }) };
		});
	return { name, single: false, items };
}

/** A C E F G H of notMNIST's A..J; B, D, I and J are like 8, 0 and 1. */
export const CLEAR_NOTMNIST: readonly number[] = [0, 2, 4, 5, 6, 7];

const stack = (data: Float32Array, width = GLYPH_SIDE): Item => ({
	kind: "stack",
	ink: { width, height: GLYPH_SIDE, data },
});

/** Two digits side by side in one square, each squeezed to half its width. */
export function squeezedPairs(digits: DigitSet, count: number): OpenSet {
	const random = createRandom(7);
	const items = Array.from({ length: count }, () => {
		const glyph = new Float32Array(GLYPH_SIZE);
		for (const half of [0, 1]) {
			const index = Math.floor(random() * digits.labels.length);
			const picture = pictureOf(digits, index);
			for (let y = 0; y < GLYPH_SIDE; y++) {
				for (let x = 0; x < GLYPH_SIDE / 2; x++) {
					const i = y * GLYPH_SIDE + 2 * x;
					glyph[y * GLYPH_SIDE + half * (GLYPH_SIDE / 2) + x] = (picture[i] + picture[i + 1]) / 510;
				}
			}
		}
		return stack(glyph);
	});
	return { name: "two digits squeezed into one glyph", single: true, items };
}

/** Two digits at their own shape, touching or nearly so, as one glyph. */
export function touchingPairs(digits: DigitSet, count: number): OpenSet {
	const random = createRandom(8);
	const items = Array.from({ length: count }, () => {
		const overlap = 6 + Math.floor(random() * 4);
		const width = 2 * GLYPH_SIDE - overlap;
		const data = new Float32Array(width * GLYPH_SIDE);
		for (const half of [0, 1]) {
			const picture = pictureOf(digits, Math.floor(random() * digits.labels.length));
			picture.forEach((byte, i) => {
				const at = Math.floor(i / GLYPH_SIDE) * width + (i % GLYPH_SIDE) + half * (GLYPH_SIDE - overlap);
				data[at] = Math.max(data[at], byte / 255);
			});
		}
		const square = resample({ width, height: GLYPH_SIDE, data }, 0.6, { x: 0, y: 5 }, GLYPH_SIDE, GLYPH_SIDE);
		return stack(square.data);
	});
	return { name: "two digits beside each other in one glyph", single: true, items };
}

/** Uniform and sparse noise. */
export function noiseGlyphs(count: number): OpenSet {
	const random = createRandom(9);
	const items = Array.from({ length: count }, (_, n) => {
		const density = n % 2 ? 1 : 0.05 + 0.4 * random();
		return stack(Float32Array.from({ length: GLYPH_SIZE }, () => (random() < density ? random() : 0)));
	});
	return { name: "noise", single: true, items };
}

/** Glyphs without ink. */
export function blankGlyphs(count: number): OpenSet {
	return {
		name: "blank",
		single: true,
		items: Array.from({ length: count }, () => stack(new Float32Array(GLYPH_SIZE))),
	};
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** By font and number the signs that no model learned and nobody takes for a digit: stars, arrows, planets, sets. */
const UNLEARNED_SIGNS: Readonly<Record<string, readonly number[]>> = {
	markers: range(33, 47),
	mathlow: [
		...range(0, 6),
		9,
		10,
		25,
		26,
		28,
		30,
		31,
		61,
		62,
		64,
		71,
		72,
		...range(73, 75),
		77,
		...range(85, 89),
		91,
		93,
		94,
	],
	astrology: [0, ...range(2, 6), 12, 14, ...range(26, 31)],
};

/** Signs as strokes. */
export async function unlearnedSigns(): Promise<OpenSet> {
	const signs = (await loadSigns()).filter(({ font, character }) =>
		UNLEARNED_SIGNS[font]?.includes(Number(character)),
	);
	return {
		name: "signs never learned, as ink",
		single: true,
		items: signs.map(({ strokes }) => ({ kind: "ink", strokes })),
	};
}

/** Scribbles as strokes: made up as those that models learn from, but other ones. */
export function freshScribbles(count: number): OpenSet {
	const random = createRandom(10);
	const items = Array.from({ length: count }, (): Item => ({ kind: "ink", strokes: scribble(random) }));
	return { name: "scribbles, as ink", single: true, items };
}
