import { describe, expect, it } from "vitest";
import { GLYPH_SIZE } from "../../../../lib/glyph.ts";
import { channelOf, PEN_CHANNELS, PEN_MAPS_SIZE } from "../../../../lib/ink/pen-maps.ts";
import type { Stroke } from "../../../../lib/ink/stroke.ts";
import { createRandom } from "../../../../tools/random.ts";
import { allograph } from "../../../../tools/training/allographs.ts";
import { scribble } from "../../../../tools/training/negatives/scribbles.ts";
import type { Ingredient } from "../../../../tools/training/sources/ingredients.ts";
import * as pen from "../../../../tools/training/sources/pen-ingredients.ts";

const three: Stroke = [
	[0, 0],
	[8, 2],
	[3, 9],
	[8, 15],
	[0, 19],
];
const digits = [{ label: 3, strokes: [three] }];
const ink = (plane: Float32Array) => plane.reduce((sum, value) => sum + value, 0);

const draw = (ingredient: Ingredient, seed: number) => {
	const maps = new Float32Array(PEN_MAPS_SIZE).fill(0.5);
	const label = ingredient.draw(0, createRandom(seed), maps);
	return { label, maps, planes: Array.from({ length: PEN_CHANNELS }, (_, c) => channelOf(maps, c)) };
};

describe("what the model of ink learns from", () => {
	const cases: readonly (readonly [string, Ingredient, readonly number[]])[] = [
		["written digits", pen.penWriting(digits), [3]],
		["made-up digits", pen.madeUpPenWriting(allograph), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
		["made-up strokes", pen.madeUpPenStrokes(scribble), [10]],
		["spoiled digits", pen.spoiledWriting(digits), [10]],
		["several digits", pen.severalByPen(digits), [11]],
	];

	it.each(cases)(
		"%s: ink and directions, with a class of theirs, the same for the same seed",
		(_, kind, labels) => {
			for (let seed = 0; seed < 20; seed++) {
				const { label, maps, planes } = draw(kind, seed);
				expect(labels).toContain(label);
				expect(ink(planes[0])).toBeGreaterThan(10);
				expect(maps.every((value) => value >= 0 && value <= 1)).toBe(true);
				expect(draw(kind, seed).maps).toEqual(maps);
			}
		},
	);

	it("leaves the way of the pen out now and then, never the picture", () => {
		const alone = Array.from({ length: 200 }, (_, seed) => draw(pen.penWriting(digits), seed)).filter(
			({ planes }) => planes.slice(1).every((plane) => ink(plane) === 0),
		);
		expect(alone.length).toBeGreaterThan(8);
		expect(alone.length).toBeLessThan(40);
	});

	it("takes pictures without a way of the pen", () => {
		const gray: Ingredient = {
			size: 1,
			draw(_, __, into) {
				into.fill(0.25);
				return into.length === GLYPH_SIZE ? 7 : -1;
			},
		};
		const { label, planes } = draw(pen.withoutPen(gray), 1);
		expect(label).toBe(7);
		expect(planes.map(ink)).toEqual([GLYPH_SIZE / 4, 0, 0, 0, 0, 0, 0, 0, 0]);
	});
});
