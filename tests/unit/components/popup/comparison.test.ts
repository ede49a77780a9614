import { expect, test } from "vitest";
import { createComparison } from "../../../../components/popup/comparison.ts";
import type { Stroke } from "../../../../lib/ink/stroke.ts";
import { digit, readingOf } from "../readings.ts";

const INK: Stroke[] = [[[1, 1]]];
const MORE_INK: Stroke[] = [...INK, [[2, 2]]];

test("asks every model about the same ink and times the loaded model, not its loading", async () => {
	let clock = 0;
	const asked: string[] = [];
	const comparison = createComparison({
		models: () => ["slow-to-load", "broken"],
		readWith: async (_, model) => {
			clock += asked.includes(model) ? 3 : 500;
			asked.push(model);
			if (model === "broken") return { ok: false, sentence: "The model could not be started." };
			return { ok: true, value: readingOf("17", { digits: [digit("1", 0.98), digit("7", 0.7)] }) };
		},
		sizeOf: async (model) => (model === "broken" ? null : 4200),
		now: () => clock,
	});
	await comparison.compare(INK);
	expect(comparison.answers.value).toEqual({
		"slow-to-load": { kind: "read", text: "17", leastSure: 0.7, ms: 3 },
		broken: { kind: "failed", sentence: "The model could not be started." },
	});
	expect(comparison.sizes.value).toEqual({ "slow-to-load": 4200, broken: null });
});

test("newer ink ends the round that is under way; no ink leaves no answers", async () => {
	const asked: [string, number][] = [];
	const comparison = createComparison({
		models: () => ["a", "b"],
		readWith: async (strokes: readonly Stroke[], model) => {
			asked.push([model, strokes.length]);
			return { ok: true, value: readingOf("1".repeat(strokes.length)) };
		},
		sizeOf: async () => null,
		now: () => 0,
	});
	await Promise.all([comparison.compare(INK), comparison.compare(MORE_INK)]);
	expect(asked).not.toContainEqual(["b", 1]);
	expect(comparison.answers.value.b).toMatchObject({ text: "11" });
	await comparison.compare(null);
	expect(comparison.answers.value).toEqual({});
});

test("a lost answer fails alone", async () => {
	const comparison = createComparison({
		models: () => ["a", "b"],
		readWith: async (_, model) => {
			if (model === "a") throw new Error("port closed");
			return { ok: true, value: readingOf("1") };
		},
		sizeOf: async () => null,
		now: () => 0,
	});
	await comparison.compare(INK);
	expect(comparison.answers.value).toMatchObject({ a: { kind: "failed" }, b: { kind: "read", text: "1" } });
});
