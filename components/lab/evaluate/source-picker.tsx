import type { ChosenFile } from "../../../lib/browser/chosen-files.ts";
import { formatNumber, t } from "../../../lib/browser/language.ts";
import { FileDrop } from "../../file-drop.tsx";
import type { EvaluateState } from "./evaluate-state.ts";

/** Where digits come from. */
export interface Sources {
	readonly files: (files: readonly ChosenFile[] | Promise<readonly ChosenFile[]>) => void;
	/** The digits of the package itself, and how many they are. */
	readonly packaged: () => void;
	readonly packagedCount: number;
}

/** Drop, choose, or try with what is there. */
export function SourcePicker({ state, sources }: { state: EvaluateState; sources: Sources }) {
	const busy = state.work.value !== null;
	return (
		<FileDrop
			name={t("lab.evaluate.source")}
			title={t("lab.evaluate.drop")}
			how={t("lab.evaluate.how")}
			busy={busy}
			onFiles={sources.files}
		>
			<button type="button" class="link" aria-disabled={busy} onClick={() => !busy && sources.packaged()}>
				{t("lab.evaluate.tryPackaged", { count: formatNumber(sources.packagedCount) })}
			</button>
		</FileDrop>
	);
}
