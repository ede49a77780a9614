import { correctionsToJson } from "../../../lib/reading/corrections-file.ts";
import type { Correction } from "../../../lib/stored/corrections.ts";
import { createDeletions, type DeletionEffects } from "../../deletions.ts";

export interface CorrectionsEffects extends DeletionEffects<Correction> {
	readonly saveFile: (content: string, name: string) => void;
}

export type CorrectionsState = ReturnType<typeof createCorrectionsState>;

/** The list of corrections without its looks. */
export function createCorrectionsState({ saveFile, ...effects }: CorrectionsEffects) {
	const { follow: _, ...deletions } = createDeletions(effects);
	return {
		...deletions,
		kept: effects.kept,
		saveToFile: () => saveFile(correctionsToJson(effects.kept.value), "digit-lens-corrections.json"),
	};
}
