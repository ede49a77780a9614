import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { t } from "../../lib/browser/language.ts";
import type { PastReading } from "../../lib/browser/past-readings.ts";
import { draftOfText } from "../../lib/reading/draft.ts";
import { readingsToTabbed } from "../../lib/reading/past-readings-table.ts";
import { createDeletions, type DeletionEffects } from "../deletions.ts";
import { createNumberState, type NumberState } from "../reading/number-state.ts";

export interface PastReadingsEffects extends DeletionEffects<PastReading> {
	readonly copy: (text: string) => Promise<void>;
	/** Puts into a reading what the person has made of it. */
	readonly correct: (id: string, text: string) => Promise<void>;
	readonly pin: (id: string, isPinned: boolean) => Promise<void>;
	/** Opens the picture of a reading in the popup; false where it is gone. */
	readonly reopen: (reading: PastReading) => Promise<boolean>;
	/** Sets whether readings are kept from now on. */
	readonly keepReadings: (keep: boolean) => Promise<void>;
}

export type PastReadingsState = ReturnType<typeof createPastReadingsState>;

const FILTERS = {
	all: () => true,
	pinned: ({ isPinned }) => isPinned === true,
	corrected: ({ read }) => read !== undefined,
	tables: ({ text }) => text.includes("\t"),
} satisfies Record<string, (reading: PastReading) => boolean>;

/** Which of the readings are shown. */
export type Filter = keyof typeof FILTERS;
export const FILTER_NAMES = Object.keys(FILTERS) as readonly Filter[];

/** Stands for the id of what was copied, where that was all of them. */
export const ALL = "all";

const mayGo = ({ isPinned }: PastReading) => !isPinned;

/** The list of past readings without its looks. */
export function createPastReadingsState({
	copy,
	correct,
	pin,
	reopen,
	keepReadings,
	...effects
}: PastReadingsEffects) {
	const { kept } = effects;
	const { follow, ...deletions } = createDeletions(effects);
	const search = signal("");
	/** Id of the reading that was copied last. */
	const copied = signal<string | null>(null);
	const filter = signal<Filter>("all");
	/** The reading that is being edited. */
	const editing = signal<{ readonly id: string; readonly number: NumberState } | null>(null);
	/** Why the last wish was not fulfilled, for one reading. */
	const trouble = signal<{ readonly id: string; readonly sentence: string } | null>(null);
	const shown = computed(() => {
		const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
		const found = kept.value.filter(FILTERS[filter.value]).filter(({ text, title, address = "" }) => {
			const within = `${text} ${text.replaceAll(/\s/g, "")} ${title} ${address}`.toLowerCase();
			return words.every((word) => within.includes(word));
		});
		// Those that are pinned stand above.
		return found.toSorted((a, b) => Number(b.isPinned ?? false) - Number(a.isPinned ?? false));
	});

	return {
		...deletions,
		kept,
		search,
		filter,
		copied,
		editing: editing as ReadonlySignal<typeof editing.value>,
		trouble: trouble as ReadonlySignal<typeof trouble.value>,
		shown,
		/** Whether there is one that "delete all" would delete. */
		canDelete: computed(() => kept.value.some(mayGo)),
		/** Whether there is one that "delete all" would leave. */
		somePinned: computed(() => !kept.value.every(mayGo)),

		async setKeeping(keep: boolean): Promise<void> {
			await follow(keepReadings(keep));
		},
		removeAll: () => deletions.removeAll(mayGo),
		/** Begins to edit a reading, which is kept with every change. */
		edit({ id, text }: PastReading): void {
			const number = createNumberState(() => void follow(correct(id, number.text.value)));
			number.begin(draftOfText(text));
			number.put({ field: 0, start: 0, end: 1 });
			editing.value = { id, number };
		},
		endEditing(): void {
			editing.value = null;
		},
		async togglePin({ id, isPinned = false }: PastReading): Promise<void> {
			await follow(pin(id, !isPinned));
		},
		async reopen(reading: PastReading): Promise<void> {
			const isThere = await reopen(reading);
			trouble.value = isThere ? null : { id: reading.id, sentence: t("past.pictureGone") };
		},
		/** Copies all that is shown, as rows for a spreadsheet. */
		async copyShown(): Promise<void> {
			await copy(readingsToTabbed(shown.value));
			copied.value = ALL;
		},
		async copyText({ id, text }: PastReading): Promise<void> {
			await copy(text);
			copied.value = id;
		},
	};
}
