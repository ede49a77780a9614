import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Mistake, ModelCard } from "../../../lib/models/card.ts";

/** A cell of the confusion matrix: what a digit was, and what it was read as. */
export interface Cell {
	readonly truth: number;
	readonly answer: number;
}

export type LabState = ReturnType<typeof createLabState>;

/** The cards without their looks: what is on the chosen model's, and which of its mistakes are looked at. */
export function createLabState(chosen: ReadonlySignal<string>) {
	const cards = signal<Readonly<Record<string, ModelCard | null>>>({});
	const cell = signal<Cell | null>(null);
	const card = computed(() => cards.value[chosen.value]);
	// A cell is of one model's matrix.
	effect(() => {
		chosen.value;
		cell.value = null;
	});

	return {
		/** Cards by model; null where there is none, absent while it is fetched. */
		cards,
		chosen,
		/** The card of the chosen model. */
		card,
		cell,
		/** Show other models' curves beside the chosen one's. */
		withOthers: signal(false),
		/** Show the confusion matrix in percent of each row instead of counts. */
		inPercent: signal(false),
		/** The listed mistakes, of the chosen cell only when one is chosen. */
		mistakes: computed<readonly Mistake[]>(() => {
			const all = card.value?.evaluation?.mistakes ?? [];
			const only = cell.value;
			return only ? all.filter(({ truth, answer }) => truth === only.truth && answer === only.answer) : all;
		}),
		addCard(id: string, found: ModelCard | null): void {
			cards.value = { ...cards.value, [id]: found };
		},
		/** Chooses a cell, or none when it is chosen already. */
		toggleCell(next: Cell): void {
			const now = cell.value;
			cell.value = now?.truth === next.truth && now.answer === next.answer ? null : next;
		},
	};
}
