import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { createNumbersState, type NumberPicture } from "../../../../components/lab/numbers/numbers-state.ts";
import type { Pixels } from "../../../../lib/image/pixels.ts";
import type { Reading } from "../../../../lib/reading/reading.ts";
import { userError } from "../../../../lib/user-error.ts";

/** A picture whose width is the number that a model reads in it. */
const picture = (path: string, truth: string | null, number: number): NumberPicture => ({
	path,
	truth,
	pixels: async () => ({ width: number, height: 1, data: new Uint8ClampedArray() }),
});
const readPicture = async (_: string, { width }: Pixels): Promise<Reading> => ({
	text: String(width),
	digits: [...String(width)].map((digit, i) => ({
		digit,
		confidence: 0.9 - i / 10,
		alternatives: [],
		box: { x: 0, y: 0, width: 1, height: 1 },
		line: 0,
		glyph: "",
	})),
	rejected: [],
});
const begin = () => createNumbersState({ readPicture }, signal("a"));

test("pictures are read one after the other and counted where their number is known", async () => {
	const state = begin();
	await state.open(async () => [
		picture("1572.png", "1572", 1572),
		picture("12.png", "12", 17),
		picture("x.png", null, 3),
	]);
	expect(state.score.value).toEqual({ right: 1, known: 2 });
	expect(state.work.value).toBeNull();
	expect(state.csv().split("\r\n").slice(1, 4)).toEqual([
		'"1572.png","1572","1572","yes","0.6000",""',
		'"12.png","12","17","no","0.8000",""',
		'"x.png","","3","","0.9000",""',
	]);
});

test("one that cannot be read is a row with its reason, and the others go on", async () => {
	const state = begin();
	const broken: NumberPicture = {
		path: "b.png",
		truth: "1",
		pixels: async () => {
			throw userError("error.pictureBroken");
		},
	};
	await state.open(async () => [broken, picture("2.png", "2", 2)]);
	expect(state.rows.value.map(({ read }) => read)).toEqual(["", "2"]);
	expect(state.rows.value[0].failure).toMatch(/\w/);
});

test("it can be ended, and what was read stays; files without pictures are said to be that and lose nothing", async () => {
	const state = begin();
	const many = Array.from({ length: 5 }, (_, i) => picture(`${i}.png`, null, i));
	many[2] = {
		...many[2],
		pixels() {
			state.cancel();
			return many[0].pixels();
		},
	};
	await state.open(async () => many);
	expect(state.rows.value).toHaveLength(2);
	await state.open(async () => {
		throw userError("error.noNumberPictures");
	});
	expect(state.failure.value).toMatch(/picture/);
	expect(state.rows.value).toHaveLength(2);
});
