import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { ModelCard } from "../../../lib/models/card.ts";
import type { PlacedLayer } from "../../../lib/models/network.ts";
import type { OwnModel } from "../../../lib/models/own-model.ts";
import { createReportState } from "../report/report-state.ts";

export type ModelState = ReturnType<typeof createModelState>;

/** The cards without their looks: the chosen model's, and which others its curves are compared with. */
export function createModelState(
	chosen: ReadonlySignal<string>,
	/** The imported ones. */
	own: ReadonlySignal<readonly OwnModel[]>,
	layersOf: (id: string) => Promise<readonly PlacedLayer[]>,
) {
	const chosenOwn = computed(() => own.value.find(({ id }) => id === chosen.value));
	const layers = signal<readonly PlacedLayer[]>([]);
	effect(() => {
		const id = chosenOwn.value?.id;
		layers.value = [];
		if (id !== undefined)
			void layersOf(id).then(
				(found) => {
					if (chosen.value === id) layers.value = found;
				},
				// Why it cannot be opened is said where it is looked into.
				() => {},
			);
	});
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
		own,
		/** The chosen model where it was imported, and its layers; none while they are looked up. */
		chosenOwn,
		layers,
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
