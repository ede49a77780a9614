import { formatNumber, t } from "../../../lib/browser/language.ts";
import { Drop, type FileSources } from "./drop.tsx";
import type { EvaluateState } from "./evaluate-state.ts";

/** Where digits come from. */
export interface Sources extends FileSources {
	/** The digits of the package itself, and how many they are. */
	readonly packaged: () => void;
	readonly packagedCount: number;
}

/** Drop, choose, or try with what is there. */
export function SourcePicker({ state, sources }: { state: EvaluateState; sources: Sources }) {
	const busy = state.work.value !== null;
	return (
		<Drop
			name={t("lab.evaluate.source")}
			title={t("lab.evaluate.drop")}
			how={t("lab.evaluate.how")}
			busy={busy}
			sources={sources}
		>
			<button type="button" class="link" aria-disabled={busy} onClick={() => !busy && sources.packaged()}>
				{t("lab.evaluate.tryPackaged", { count: formatNumber(sources.packagedCount) })}
			</button>
		</Drop>
	);
}
