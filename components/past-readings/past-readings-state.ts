import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { t } from "../../lib/browser/language.ts";
import type { PastReading } from "../../lib/browser/past-readings.ts";
import { createSaving } from "../saving.ts";

export interface PastReadingsEffects {
	/** What is kept, the newest first. */
	readonly kept: ReadonlySignal<readonly PastReading[]>;
	readonly forget: (id: string) => Promise<void>;
	readonly forgetAll: () => Promise<void>;
	readonly remember: (...readings: readonly PastReading[]) => Promise<void>;
	readonly copy: (text: string) => Promise<void>;
	/** Sets whether readings are kept from now on. */
	readonly keepReadings: (keep: boolean) => Promise<void>;
}

export type PastReadingsState = ReturnType<typeof createPastReadingsState>;

/** The list of past readings without its looks. */
export function createPastReadingsState({
	kept,
	forget,
	forgetAll,
	remember,
	copy,
	keepReadings,
}: PastReadingsEffects) {
	const { unsaved, follow } = createSaving(t("error.changeNotKept"));
	const search = signal("");
	/** What was deleted last and can be brought back. */
	const deleted = signal<readonly PastReading[]>([]);
	/** Id of the reading that was copied last. */
	const copied = signal<string | null>(null);
	const shown = computed(() => {
		const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
		return kept.value.filter(({ text, title }) => {
			const within = `${text} ${text.replaceAll(/\s/g, "")} ${title}`.toLowerCase();
			return words.every((word) => within.includes(word));
		});
	});

	return {
		kept,
		search,
		deleted,
		copied,
		shown,
		/** Why the last change is not kept; null when it is. */
		unsaved,

		async setKeeping(keep: boolean): Promise<void> {
			await follow(keepReadings(keep));
		},
		async remove(reading: PastReading): Promise<void> {
			deleted.value = [reading];
			if (!(await follow(forget(reading.id)))) deleted.value = [];
		},
		async removeAll(): Promise<void> {
			deleted.value = kept.value;
			if (!(await follow(forgetAll()))) deleted.value = [];
		},
		async undo(): Promise<void> {
			const back = deleted.value;
			deleted.value = [];
			if (!(await follow(remember(...back)))) deleted.value = back;
		},
		async copyText({ id, text }: PastReading): Promise<void> {
			await copy(text);
			copied.value = id;
		},
	};
}
