import { describe, expect, it } from "vitest";
import { GLYPH_SIDE, GLYPH_SIZE } from "../../../../lib/glyph.ts";
import { inkBox } from "../../../../lib/image/normalise.ts";
import type { InkMap } from "../../../../lib/image/pixels.ts";
import { renderGlyph } from "../../../../lib/ink/render.ts";
import { inkBounds, type Stroke } from "../../../../lib/ink/stroke.ts";
import type { DigitSet } from "../../../../tools/data/digit-set.ts";
import { createRandom } from "../../../../tools/random.ts";
import { LIGHT, STRONG } from "../../../../tools/training/augmentation/augment.ts";
import { clearSigns, fontDigits, fontLetters } from "../../../../tools/training/negatives/characters.ts";
import { mutilate, SPOILABLE } from "../../../../tools/training/negatives/mutilations.ts";
import { scribble } from "../../../../tools/training/negatives/scribbles.ts";
import { shape } from "../../../../tools/training/negatives/shapes.ts";
import { texture } from "../../../../tools/training/negatives/textures.ts";
import { boxedPictures } from "../../../../tools/training/sources/boxed-pictures.ts";
import * as kinds from "../../../../tools/training/sources/ingredients.ts";
import { lineSegments } from "../../../../tools/training/sources/line-segments.ts";
import { joinInk, joinStrokes } from "../../../../tools/training/sources/several.ts";

const one: Stroke[] = [
	[
		[0, 0],
		[0, 20],
	],
];
const three: Stroke[] = [
	[
		[0, 0],
		[8, 2],
		[3, 9],
		[8, 15],
		[0, 19],
	],
];
const asInk = (strokes: Stroke[]): InkMap => ({
	width: GLYPH_SIDE,
	height: GLYPH_SIDE,
	data: renderGlyph(strokes),
});
const set: DigitSet = {
	width: GLYPH_SIDE,
	height: GLYPH_SIDE,
	labels: Uint8Array.of(1, 3),
	pixels: Uint8Array.from([...renderGlyph(one), ...renderGlyph(three)], (ink) => Math.round(255 * ink)),
};
const mass = (glyph: Float32Array) => glyph.reduce((sum, ink) => sum + ink, 0);

describe("every ingredient", () => {
	const written = [{ label: 3, strokes: three }];
	const cases: readonly (readonly [string, kinds.Ingredient, readonly number[]])[] = [
		["crisp glyphs", kinds.crispGlyphs(set, LIGHT), [1, 3]],
		["pictures", kinds.pictures(set, STRONG), [1, 3]],
		["boxed pictures", boxedPictures(set, LIGHT), [1, 3]],
		["thin characters", kinds.thinCharacters(set, STRONG), [10, 10]],
		["writing", kinds.writing(written, STRONG), [3]],
		["scribbles", kinds.madeUpStrokes(scribble, STRONG), [10]],
		["shapes", kinds.madeUpStrokes(shape, STRONG), [10]],
		["textures", kinds.madeUpInk(texture, LIGHT), [10]],
		["spoiled digits", kinds.spoiledDigits(set, STRONG), [10]],
		["several pictures", kinds.severalPictures(set, STRONG), [11, 11]],
		["several written", kinds.severalWritten(written, STRONG), [11]],
	];

	it.each(cases)(
		"%s: draws glyphs with their class, the same again for the same seed",
		(_, ingredient, classes) => {
			for (let seed = 0; seed < 40; seed++) {
				const index = seed % classes.length;
				const [first, again] = [new Float32Array(GLYPH_SIZE), new Float32Array(GLYPH_SIZE)];
				expect(ingredient.draw(index, createRandom(seed), first)).toBe(classes[index]);
				ingredient.draw(index, createRandom(seed), again);
				expect(first).toEqual(again);
				expect(mass(first)).toBeGreaterThan(1);
				expect(first.every((ink) => ink >= 0 && ink <= 1)).toBe(true);
			}
		},
	);
});

describe("line segments", () => {
	it("are digits, fragments and several digits, the same again for the same seed", () => {
		const ingredient = lineSegments(set, LIGHT);
		const classes = new Set<number>();
		for (let seed = 0; seed < 60; seed++) {
			const [first, again] = [new Float32Array(GLYPH_SIZE), new Float32Array(GLYPH_SIZE)];
			const label = ingredient.draw(seed, createRandom(seed), first);
			expect(ingredient.draw(seed, createRandom(seed), again)).toBe(label);
			expect(first).toEqual(again);
			expect(mass(first)).toBeGreaterThan(0.5);
			classes.add(label);
		}
		expect([...classes].sort((a, b) => a - b)).toEqual([1, 3, 10, 11]);
	});
});

describe("several digits in one glyph", () => {
	it("is wider than each of them, and no narrower than half when squeezed", () => {
		const inks = [asInk(three), asInk(three)];
		const single = inkBox(inks[0])!;
		for (let seed = 0; seed < 30; seed++) {
			const joined = joinInk(inks, 1, createRandom(seed));
			expect(Math.max(joined.width / single.width, joined.height / single.height)).toBeGreaterThan(1.5);
			const squeezed = joinInk(inks, 0.5, createRandom(seed));
			expect(squeezed.width).toBe(Math.ceil(joined.width / 2));
			expect(squeezed.height).toBe(joined.height);
		}
	});

	it("keeps every stroke and every character's shape", () => {
		const joined = joinStrokes([one, three], createRandom(1));
		expect(joined.map((stroke) => stroke.length)).toEqual([2, 5]);
		const { width, height } = inkBounds(joined.slice(1));
		expect(width / height).toBeCloseTo(8 / 19, 5);
	});
});

describe("what is no digit", () => {
	it("leaves nothing of a digit that is still one: mirrored, turned or halved", () => {
		expect(SPOILABLE).not.toContain(1);
		for (let seed = 0; seed < 20; seed++) {
			const spoiled = mutilate(asInk(three), 3, createRandom(seed));
			expect(spoiled.data).not.toEqual(asInk(three).data);
			expect(mass(spoiled.data)).toBeCloseTo(mass(asInk(three).data), 3);
		}
	});

	it("has letters and signs in many fonts, and no character that could be a digit among them", async () => {
		const [letters, signs, digits] = await Promise.all([fontLetters(), clearSigns(), fontDigits()]);
		expect(letters.length).toBeGreaterThan(600);
		expect(signs.length).toBeGreaterThan(300);
		expect(digits.length).toBe(150);
		expect(letters.filter(({ character }) => /[0-9OoIlSsZzgqb|/'`]/.test(character))).toEqual([]);
		const points = [...letters, ...signs, ...digits].flatMap(({ strokes }) => strokes.flat().flat());
		expect(points.every(Number.isFinite)).toBe(true);
	});

	it("has every font's digits upright", async () => {
		const seven = (await fontDigits()).filter(({ character }) => character === "7");
		for (const { strokes } of seven) {
			const { y, height } = inkBounds(strokes);
			const points = strokes.flat();
			const widthOf = (part: typeof points) =>
				Math.max(...part.map(([x]) => x)) - Math.min(...part.map(([x]) => x));
			const top = points.filter(([, py]) => py < y + height / 4);
			const bottom = points.filter(([, py]) => py > y + (3 * height) / 4);
			expect(widthOf(top)).toBeGreaterThan(widthOf(bottom));
		}
	});
});
