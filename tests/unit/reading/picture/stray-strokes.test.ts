import { expect, test } from "vitest";
import type { Character } from "../../../../lib/reading/picture/choose-characters.ts";
import { withoutStrayStrokes } from "../../../../lib/reading/picture/stray-strokes.ts";

const character = (digit: number, height: number): Character => ({
	from: 0,
	to: 1,
	cost: 0,
	cutsThrough: [],
	pathCost: 1,
	glyph: new Float32Array(0),
	blob: { box: { x: 0, y: 0, width: 10, height }, area: 20, runs: [] },
	verdict: { probabilities: Float32Array.from({ length: 10 }, (_, i) => (i === digit ? 0.9 : 0.01)) },
});
const at = (one: Character, x: number): Character => {
	const { height } = one.blob.box;
	const runs = Array.from({ length: height }, (_, y) => [y, x, x + 10] as const);
	return { ...one, blob: { box: { x, y: 0, width: 10, height }, area: 10 * height, runs } };
};
const isRead = (lines: readonly (readonly Character[])[]) =>
	lines.map((line) => line.map(({ verdict }) => !verdict.refusal));

test("a 1 that is far higher or lower than the other digits is none", () => {
	const lines = [
		[character(7, 50), character(1, 48), character(1, 150)],
		[character(3, 52), character(1, 20)],
	];
	expect(isRead(withoutStrayStrokes(lines, 500))).toEqual([
		[true, true, false],
		[true, false],
	]);
});

test("by itself it must be as high as they are", () => {
	const lines = [[character(7, 50), character(8, 50)], [character(1, 30)], [character(1, 44)]];
	expect(isRead(withoutStrayStrokes(lines, 500))).toEqual([[true, true], [false], [true]]);
});

test("among 1s alone nobody knows how high they are", () => {
	expect(isRead(withoutStrayStrokes([[character(1, 20), character(1, 150)]], 500))).toEqual([[true, true]]);
});

test("a stroke along the side of the picture is the edge of something", () => {
	const line = [at(character(1, 50), 0), character(7, 50), character(8, 50), at(character(1, 50), 480)];
	expect(isRead(withoutStrayStrokes([line], 500))).toEqual([[false, true, true, true]]);
	expect(isRead(withoutStrayStrokes([line], 490))).toEqual([[false, true, true, false]]);
});
