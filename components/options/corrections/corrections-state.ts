import { type ReadonlySignal, signal } from "@preact/signals";
import { correctionsToJson } from "../../../lib/reading/corrections-file.ts";
import type { Correction } from "../../../lib/stored/corrections.ts";

export interface CorrectionsEffects {
	/** What is kept, the newest first. */
	readonly kept: ReadonlySignal<readonly Correction[]>;
	/** Deletes one, or all. */
	readonly forget: (id?: string) => Promise<void>;
	readonly remember: (corrections: readonly Correction[]) => Promise<void>;
	readonly saveFile: (content: string, name: string) => void;
}

export type CorrectionsState = ReturnType<typeof createCorrectionsState>;

/** The list of corrections without its looks. */
export function createCorrectionsState({ kept, forget, remember, saveFile }: CorrectionsEffects) {
	/** What was deleted last and can be brought back. */
	const deleted = signal<readonly Correction[]>([]);
	return {
		kept,
		deleted,
		async remove(correction: Correction): Promise<void> {
			deleted.value = [correction];
			await forget(correction.id);
		},
		async removeAll(): Promise<void> {
			deleted.value = kept.value;
			await forget();
		},
		async undo(): Promise<void> {
			const back = deleted.value;
			deleted.value = [];
			await remember(back);
		},
		saveToFile: () => saveFile(correctionsToJson(kept.value), "digit-lens-corrections.json"),
	};
}
