import { expect, test } from "vitest";
import { enclosuresAmong, strikesAmong } from "../../../lib/ink/drawn-around.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";

const ellipse = (width: number, height: number, turns = 1): Stroke =>
	Array.from({ length: 25 }, (_, i) => [
		100 + (width / 2) * Math.cos((turns * i * Math.PI) / 12),
		50 + (height / 2) * Math.sin((turns * i * Math.PI) / 12),
	]);
const upright = (x: number, from = 20, to = 80): Stroke => [
	[x, from],
	[x, to],
];

test("a loop round digits is drawn round them", () => {
	const [circle, one, other] = [ellipse(160, 120), upright(80), upright(110)];
	expect(enclosuresAmong([one, circle, other])).toEqual([{ loop: circle, inside: [one, other] }]);
});

test("a zero with a dot or a stroke across it, and an open bow, are drawn round nothing", () => {
	expect(enclosuresAmong([ellipse(60, 100), [[100, 50]]])).toEqual([]);
	expect(enclosuresAmong([ellipse(60, 100), upright(100, 1, 99)])).toEqual([]);
	expect(enclosuresAmong([ellipse(160, 120, 0.7), upright(90)])).toEqual([]);
});

test("a line through several digits strikes them out, the bars of one digit and of # do not", () => {
	const strike: Stroke = [
		[60, 50],
		[140, 52],
	];
	expect(strikesAmong([upright(80), upright(110), strike])).toEqual([strike]);
	expect(strikesAmong([upright(80), strike])).toEqual([]);
	const bar: Stroke = [
		[70, 50],
		[120, 50],
	];
	expect(strikesAmong([upright(80), upright(110), bar])).toEqual([]);
});
