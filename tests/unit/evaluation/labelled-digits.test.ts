import { describe, expect, test } from "vitest";
import {
	digitsOfGlyphs,
	joinDigits,
	kindOf,
	pairIdx,
	parseNamedIdx,
} from "../../../lib/evaluation/labelled-digits.ts";
import { GLYPH_SIZE } from "../../../lib/glyph.ts";
import { saidBy } from "../said-by.ts";

/** A stack of `count` pictures 28x28 whose picture i has one pixel of ink, i places right of the middle. */
function stack(count: number) {
	const data = new Uint8Array(count * GLYPH_SIZE);
	for (let i = 0; i < count; i++) data[i * GLYPH_SIZE + 14 * 28 + 14 + i] = 255;
	return { name: "pictures", array: { shape: [count, 28, 28], data } };
}

const list = (name: string, ...labels: number[]) => ({
	name,
	array: { shape: [labels.length], data: Uint8Array.from(labels) },
});

describe("idx pairs", () => {
	test("each stack takes the labels that are as many, whatever the order", () => {
		const { labels, glyphAt } = pairIdx([list("two", 5, 6), stack(3), list("three", 1, 2, 3), stack(2)]);
		expect([...labels]).toEqual([1, 2, 3, 5, 6]);
		// The glyph is normalised: a lone pixel becomes ink in the middle.
		expect(glyphAt(4).length).toBe(GLYPH_SIZE);
		expect(Math.max(...glyphAt(4))).toBe(1);
	});

	test("what does not fit is said", () => {
		expect(saidBy(() => pairIdx([list("labels", 1)]))).toContain("no pictures");
		expect(saidBy(() => pairIdx([stack(2), list("labels", 1)]))).toContain("pictures holds 2 pictures");
		expect(saidBy(() => pairIdx([stack(1), list("letters", 30)]))).toContain(
			"letters holds labels that are no digits",
		);
		expect(saidBy(() => parseNamedIdx("x", Uint8Array.of(9, 9, 9, 9)))).toBe("x is no idx file.");
	});
});

test("sets are joined in order, empty ones too", () => {
	const glyph = (ink: number) => new Float32Array(GLYPH_SIZE).fill(ink);
	const one = digitsOfGlyphs([{ glyph: glyph(0.2), label: 2 }]);
	const both = joinDigits([
		digitsOfGlyphs([]),
		one,
		digitsOfGlyphs([]),
		digitsOfGlyphs([
			{ glyph: glyph(0.4), label: 4 },
			{ glyph: glyph(1), label: 9 },
		]),
	]);
	expect([...both.labels]).toEqual([2, 4, 9]);
	expect([0, 1, 2].map((i) => both.glyphAt(i)[0].toFixed(1))).toEqual(["0.2", "0.4", "1.0"]);
});

test.each([
	["a/7/x.PNG", "picture"],
	["photo.png", "other"],
	["__MACOSX/7/._x.png", "other"],
	["7/.thumb.png", "other"],
	["t10k-images-idx3-ubyte.gz", "idx"],
	["usps-labels.idx", "idx"],
	["digits.zip", "zip"],
	["labels.json", "other"],
])("%s is %s", (path, kind) => {
	expect(kindOf(path)).toBe(kind);
});
