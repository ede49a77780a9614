import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { PastReading } from "../../lib/browser/past-readings.ts";

export interface PastReadingsEffects {
	/** What is kept, the newest first. */
	readonly kept: ReadonlySignal<readonly PastReading[]>;
	readonly forget: (id: string) => Promise<void>;
	readonly forgetAll: () => Promise<void>;
	readonly remember: (...readings: readonly PastReading[]) => Promise<void>;
	readonly copy: (text: string) => Promise<void>;
}

export type PastReadingsState = ReturnType<typeof createPastReadingsState>;

/** The list of past readings without its looks. */
export function createPastReadingsState({ kept, forget, forgetAll, remember, copy }: PastReadingsEffects) {
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

		async remove(reading: PastReading): Promise<void> {
			deleted.value = [reading];
			await forget(reading.id);
		},
		async removeAll(): Promise<void> {
			deleted.value = kept.value;
			await forgetAll();
		},
		async undo(): Promise<void> {
			const back = deleted.value;
			deleted.value = [];
			await remember(...back);
		},
		async copyText({ id, text }: PastReading): Promise<void> {
			await copy(text);
			copied.value = id;
		},
	};
}
