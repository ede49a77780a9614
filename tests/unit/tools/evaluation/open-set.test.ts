import { describe, expect, it } from "vitest";
import { renderGlyph } from "../../../../lib/ink/render.ts";
import type { DigitSet } from "../../../../tools/data/digit-set.ts";
import {
	blankGlyphs,
	freshScribbles,
	lettersOf,
	noiseGlyphs,
	type OpenSet,
	squeezedPairs,
	touchingPairs,
	unlearnedSigns,
} from "../../../../tools/evaluation/open-set.ts";

const one = renderGlyph([
	[
		[0, 0],
		[0, 20],
	],
]);
const digits: DigitSet = {
	width: 28,
	height: 28,
	labels: Uint8Array.of(1),
	pixels: Uint8Array.from(one, (ink) => Math.round(255 * ink)),
};

/** How many separate runs of columns with ink an item has. */
function bars(set: OpenSet, index: number): number {
	const item = set.items[index];
	if (item.kind !== "stack") throw new Error("not a stack");
	const { width, height, data } = item.ink;
	const columns = Array.from({ length: width }, (_, x) =>
		Array.from({ length: height }, (_, y) => data[y * width + x]).some((ink) => ink > 0.2),
	);
	return columns.filter((ink, x) => ink && !columns[x - 1]).length;
}

describe("what must not be read as one digit", () => {
	it("holds two digits beside each other in one glyph", () => {
		for (const set of [squeezedPairs(digits, 5), touchingPairs(digits, 5)]) {
			expect(set.single).toBe(true);
			expect(set.items.map((_, index) => bars(set, index))).toEqual([2, 2, 2, 2, 2]);
		}
	});

	it("holds glyphs without ink, and noise with some", () => {
		expect(bars(blankGlyphs(1), 0)).toBe(0);
		for (let index = 0; index < 4; index++) expect(bars(noiseGlyphs(4), index)).toBeGreaterThan(0);
	});

	it("holds ink that is no digit: signs and scribbles, the same every time", async () => {
		const [signs, scribbles] = [await unlearnedSigns(), freshScribbles(20)];
		expect(signs.items.length).toBeGreaterThan(50);
		expect(scribbles.items).toHaveLength(20);
		for (const item of [...signs.items, ...scribbles.items])
			expect(item.kind === "ink" && item.strokes.length > 0).toBe(true);
		expect(freshScribbles(20)).toEqual(scribbles);
	});

	it("takes letters of the classes asked for, spread over the set", () => {
		const letters = { ...digits, labels: Uint8Array.of(10, 11, 10, 10, 10), pixels: new Uint8Array(5 * 784) };
		expect(lettersOf("letters", letters, [10], 2).items).toHaveLength(2);
		expect(lettersOf("letters", letters, [11], 9).items).toHaveLength(1);
	});
});
