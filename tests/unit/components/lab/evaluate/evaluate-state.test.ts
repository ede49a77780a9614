import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { createEvaluateState } from "../../../../../components/lab/evaluate/evaluate-state.ts";
import { digitsOfGlyphs } from "../../../../../lib/evaluation/labelled-digits.ts";
import { GLYPH_SIZE } from "../../../../../lib/glyph.ts";
import type { Verdict } from "../../../../../lib/models/verdict.ts";
import { userError } from "../../../../../lib/user-error.ts";

/** Forty digits, four of each; a glyph's ink tells its label. */
const digits = digitsOfGlyphs(
	Array.from({ length: 40 }, (_, i) => ({
		glyph: new Float32Array(GLYPH_SIZE).fill((i % 10) / 10),
		label: i % 10,
	})),
);
const NONE = signal([]);
const read = async () => ({ digits, leftOut: ["readme.txt"] });

const said = (digit: number): Verdict => ({
	probabilities: Float32Array.from({ length: 10 }, (_, i) => (i === digit ? 0.91 : 0.01)),
});

/** A model that reads all but 7, which it takes for 1. */
const readsAllBut7 = async (_: string, glyphs: readonly Float32Array[]) =>
	glyphs.map(([ink]) => said(Math.round(ink * 10) === 7 ? 1 : Math.round(ink * 10)));

test("a set that is opened is read by the chosen model at once, by others when they are asked", async () => {
	let clock = 0;
	const state = createEvaluateState({ classify: readsAllBut7 }, signal("a"), NONE, () => (clock += 500));
	await state.open("mine", read);
	expect(state.set.value).toMatchObject({ name: "mine", leftOut: ["readme.txt"] });
	const { report, mistakes, seconds } = state.result.value!;
	expect(report.accuracy.value).toBe(0.9);
	expect(report.accuracy.interval[0]).toBeLessThan(0.9);
	expect(report.confusion[7][1]).toBe(4);
	expect(mistakes.map(({ index }) => index)).toEqual([7, 17, 27, 37]);
	expect(seconds).toBe(0.5);
	expect(state.work.value).toBeNull();
	expect(state.pictureAt(7)).toBeTruthy();
	expect(state.pictureAt(40)).toBeUndefined();
	await state.evaluate(["b", "c"]);
	expect(Object.keys(state.results.value)).toEqual(["a", "b", "c"]);
});

test("what cannot be read is said, and the set that was open stays", async () => {
	const state = createEvaluateState({ classify: readsAllBut7 }, signal("a"), NONE, () => 0);
	await state.open("mine", read);
	await state.open("other", async () => {
		throw userError("error.noDigits");
	});
	expect(state.failure.value).toContain("No labelled digits were found.");
	expect(state.set.value?.name).toBe("mine");
	expect(state.result.value).toBeDefined();
});

test("it ends when it is cancelled, quietly, and can begin again", async () => {
	let batches = 0;
	const state = createEvaluateState(
		{
			classify: async (id, glyphs) => {
				if (++batches === 2) state.cancel();
				return readsAllBut7(id, glyphs);
			},
		},
		signal("a"),
		NONE,
		() => 0,
	);
	await state.open("mine", read);
	expect(state.result.value).toBeUndefined();
	expect(state.failure.value).toBeNull();
	expect(state.work.value).toBeNull();
	await state.evaluate(["a"]);
	expect(state.result.value).toBeDefined();
});
