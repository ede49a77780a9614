import { expect, test } from "vitest";
import type { Sign } from "../../../../lib/models/signs.ts";
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

test("1s alone in a larger drawing are strokes of it", () => {
	const none = (height: number, width: number, sign?: Sign): Character => {
		const one = character(0, height);
		const verdict = { ...one.verdict, refusal: "not-a-digit" as const };
		return {
			...one,
			blob: { ...one.blob, box: { ...one.blob.box, width } },
			verdict: sign ? { ...verdict, sign: { is: sign, probability: 0.9 } } : verdict,
		};
	};
	const eyes = [character(1, 30), character(1, 28)];
	expect(isRead(withoutStrayStrokes([eyes, [none(30, 80)]], 500))).toEqual([[false, false], [false]]);
	expect(isRead(withoutStrayStrokes([eyes, [none(30, 40)]], 500))).toEqual([[true, true], [false]]);
	expect(isRead(withoutStrayStrokes([eyes, [none(10, 80, "-")]], 500))).toEqual([[true, true], [false]]);
	expect(isRead(withoutStrayStrokes([[...eyes, character(4, 30)], [none(30, 80)]], 500))).toEqual([
		[true, true, true],
		[false],
	]);
});

test("a stroke along the side of the picture is the edge of something", () => {
	const line = [at(character(1, 50), 0), character(7, 50), character(8, 50), at(character(1, 50), 480)];
	expect(isRead(withoutStrayStrokes([line], 500))).toEqual([[false, true, true, true]]);
	expect(isRead(withoutStrayStrokes([line], 490))).toEqual([[false, true, true, false]]);
});
