import { computed, signal } from "@preact/signals";
import type { PastReading } from "../../lib/browser/past-readings.ts";
import { createDeletions, type DeletionEffects } from "../deletions.ts";

export interface PastReadingsEffects extends DeletionEffects<PastReading> {
	readonly copy: (text: string) => Promise<void>;
	/** Sets whether readings are kept from now on. */
	readonly keepReadings: (keep: boolean) => Promise<void>;
}

export type PastReadingsState = ReturnType<typeof createPastReadingsState>;

/** The list of past readings without its looks. */
export function createPastReadingsState({ copy, keepReadings, ...effects }: PastReadingsEffects) {
	const { kept } = effects;
	const { follow, ...deletions } = createDeletions(effects);
	const search = signal("");
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
		...deletions,
		kept,
		search,
		copied,
		shown,

		async setKeeping(keep: boolean): Promise<void> {
			await follow(keepReadings(keep));
		},
		async copyText({ id, text }: PastReading): Promise<void> {
			await copy(text);
			copied.value = id;
		},
	};
}
