import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { createModelState } from "../../../../../components/lab/model/model-state.ts";
import type { Mistake, ModelCard } from "../../../../../lib/models/card.ts";

const MISTAKES: Mistake[] = [
	{ index: 1, truth: 4, answer: 9, probability: 0.99 },
	{ index: 2, truth: 9, answer: 4, probability: 0.97 },
	{ index: 3, truth: 4, answer: 9, probability: 0.9 },
];
const CARD = { evaluation: { mistakes: MISTAKES } } as unknown as ModelCard;

test("a cell of the matrix narrows the mistakes to its own, and gives all back", () => {
	const chosen = signal("a");
	const state = createModelState(chosen, signal([]), async () => []);
	state.addCard("a", CARD);
	expect(state.report.mistakes.value).toEqual(MISTAKES);
	state.report.toggleCell({ truth: 4, answer: 9 });
	expect(state.report.mistakes.value.map(({ index }) => index)).toEqual([1, 3]);
	state.report.toggleCell({ truth: 4, answer: 9 });
	expect(state.report.mistakes.value).toEqual(MISTAKES);
});

test("another model begins without a chosen cell; its card may be missing or on its way", () => {
	const chosen = signal("a");
	const state = createModelState(chosen, signal([]), async () => []);
	state.addCard("a", CARD);
	state.addCard("b", null);
	state.report.toggleCell({ truth: 4, answer: 9 });
	chosen.value = "b";
	expect(state.report.cell.value).toBeNull();
	expect(state.card.value).toBeNull();
	expect(state.report.mistakes.value).toEqual([]);
	chosen.value = "c";
	expect(state.card.value).toBeUndefined();
});
