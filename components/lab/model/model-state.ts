import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { ModelCard } from "../../../lib/models/card.ts";
import { createReportState } from "../report/report-state.ts";

export type ModelState = ReturnType<typeof createModelState>;

/** The cards without their looks: the chosen model's, and which others its curves are compared with. */
export function createModelState(chosen: ReadonlySignal<string>) {
	const cards = signal<Readonly<Record<string, ModelCard | null>>>({});
	const card = computed(() => cards.value[chosen.value]);
	const report = createReportState(computed(() => card.value?.evaluation?.mistakes ?? []));
	// A cell is of one model's matrix.
	effect(() => {
		chosen.value;
		report.cell.value = null;
	});
	/** Ids of models whose curves are shown, too. */
	const compared = signal<readonly string[]>([]);

	return {
		/** Cards by model; null where there is none, absent while it is fetched. */
		cards,
		chosen,
		/** The card of the chosen model. */
		card,
		report,
		compared,
		/** Shows another model's curves, or no longer. */
		toggleCompared(id: string): void {
			const now = compared.value;
			compared.value = now.includes(id) ? now.filter((other) => other !== id) : [...now, id];
		},
		addCard(id: string, found: ModelCard | null): void {
			cards.value = { ...cards.value, [id]: found };
		},
	};
}
