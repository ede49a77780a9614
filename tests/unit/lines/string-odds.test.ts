import { expect, test } from "vitest";
import { oddsAtPlaces, probabilitiesOf } from "../../../lib/lines/string-odds.ts";

const rounded = (odds: readonly Float32Array[], place: number) =>
	Object.fromEntries(
		Array.from(odds[place], (p, digit) => [digit, Math.round(1000 * p) / 1000]).filter(([, p]) => p > 0),
	);

test("what costs the same is as probable; a higher temperature evens out", () => {
	expect(probabilitiesOf([3, 3], 1)).toEqual([0.5, 0.5]);
	const [sure, unsure] = [1, 4].map((temperature) => probabilitiesOf([1, 3], temperature)[0]);
	expect(sure).toBeCloseTo(1 / (1 + Math.exp(-2)));
	expect(unsure).toBeCloseTo(1 / (1 + Math.exp(-0.5)));
	expect(probabilitiesOf([1000, 2000], 1)).toEqual([1, 0]);
});

test("a digit is as probable as all strings that have it in its place", () => {
	const odds = oddsAtPlaces("123", [
		{ digits: "123", probability: 0.7 },
		{ digits: "173", probability: 0.2 },
		{ digits: "128", probability: 0.1 },
	]);
	expect(rounded(odds, 0)).toEqual({ 1: 1 });
	expect(rounded(odds, 1)).toEqual({ 2: 0.8, 7: 0.2 });
	expect(rounded(odds, 2)).toEqual({ 3: 0.9, 8: 0.1 });
});

test("where a string has a digit fewer or more, the digit there is in doubt and its neighbours are not", () => {
	const fewer = oddsAtPlaces("4719", [
		{ digits: "4719", probability: 0.6 },
		{ digits: "479", probability: 0.4 },
	]);
	expect([0, 1, 2, 3].map((place) => rounded(fewer, place))).toEqual([
		{ 4: 1 },
		{ 7: 1 },
		{ 1: 0.6 },
		{ 9: 1 },
	]);
	const more = oddsAtPlaces("479", [
		{ digits: "479", probability: 0.6 },
		{ digits: "4719", probability: 0.4 },
	]);
	expect([0, 1, 2].map((place) => rounded(more, place))).toEqual([{ 4: 1 }, { 7: 0.6 }, { 9: 1 }]);
});
