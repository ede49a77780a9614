import { expect, test } from "vitest";
import { joinDashes } from "../../../lib/ink/dashes.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";

const line = (x0: number, y0: number, x1: number, y1: number): Stroke => [
	[x0, y0],
	[x1, y1],
];

test("a 7 that a skipping pen left in dashes is one stroke again", () => {
	const dashes = [line(0, 0, 20, 0), line(35, 0, 50, 0), line(46, 18, 38, 38), line(32, 54, 24, 72)];
	expect(joinDashes(dashes)).toEqual([dashes.flat()]);
});

test("digits beside and above each other stay apart, and so do the strokes of signs", () => {
	const ones = [line(0, 0, 0, 60), line(25, 0, 25, 60), line(50, 0, 50, 60)];
	expect(joinDashes(ones)).toEqual(ones);
	const equals = [line(0, 0, 30, 0), line(0, 15, 30, 15)];
	expect(joinDashes(equals)).toEqual(equals);
	const twos = [0, 50, 100].map(
		(x): Stroke => [
			[x, 10],
			[x + 20, 0],
			[x, 60],
			[x + 30, 60],
		],
	);
	expect(joinDashes(twos)).toEqual(twos);
});

test("the digits of a number are no dashes, however small beside it", () => {
	// Each ends on the right, where the next one goes on.
	const digit = (x: number): Stroke => [
		[x, 10],
		[x + 6, 0],
		[x + 8, 20],
		[x + 14, 10],
	];
	const number = [digit(0), digit(20), digit(40), digit(60)];
	expect(joinDashes(number)).toEqual(number);
});
