import { useState } from "preact/hooks";
import { formatNumber, t } from "../../../lib/browser/language.ts";
import type { Correction } from "../../../lib/stored/corrections.ts";
import { Icon } from "../../icon.tsx";
import { GlyphView } from "../../reading/glyph-view.tsx";
import { Toggle } from "../fields.tsx";
import type { OptionsState } from "../options-state.ts";
import type { CorrectionsState } from "./corrections-state.ts";

/** How many are shown until the person asks for all. */
const NEWEST = 24;

interface CorrectionsSectionProps {
	readonly options: OptionsState;
	readonly corrections: CorrectionsState;
}

/** The digits that a person has put right: whether they are kept, and what is. */
export function CorrectionsSection({ options, corrections }: CorrectionsSectionProps) {
	const { kept, deleted } = corrections;
	const [all, setAll] = useState(false);
	const shown = all ? kept.value : kept.value.slice(0, NEWEST);
	const none = kept.value.length === 0;
	return (
		<section aria-labelledby="corrections">
			<h2 id="corrections">{t("corrections.heading")}</h2>
			<div class="fields">
				<Toggle
					label={t("corrections.keep")}
					hint={t("corrections.keepHint")}
					on={options.settings.value.corrections.keep}
					onChange={(keep) => options.set("corrections", { keep })}
				/>
			</div>
			{none ? (
				<p class="corrections-none">{t("corrections.none")}</p>
			) : (
				<ul class="corrections" aria-label={t("corrections.kept", kept.value.length)}>
					{shown.map((correction) => (
						<Row key={correction.id} correction={correction} onDelete={corrections.remove} />
					))}
				</ul>
			)}
			<div class="buttons">
				{kept.value.length > shown.length && (
					<button type="button" class="button" onClick={() => setAll(true)}>
						{t("corrections.showAll", { count: formatNumber(kept.value.length) })}
					</button>
				)}
				<button type="button" class="button" disabled={none} onClick={corrections.saveToFile}>
					{t("past.exportJson")}
				</button>
				<button type="button" class="button" disabled={none} onClick={() => corrections.removeAll()}>
					{t("past.deleteAll")}
				</button>
			</div>
			{corrections.unsaved.value && (
				<p class="trouble" role="alert">
					{corrections.unsaved}
				</p>
			)}
			<p class="replaced" role="status">
				{deleted.value.length > 0 && (
					<>
						{t("corrections.deleted", deleted.value.length)}{" "}
						<button type="button" class="link" onClick={corrections.undo}>
							{t("undo")}
						</button>
					</>
				)}
			</p>
		</section>
	);
}

interface RowProps {
	readonly correction: Correction;
	readonly onDelete: (correction: Correction) => void;
}

function Row({ correction, onDelete }: RowProps) {
	const { digit, read, glyph } = correction;
	return (
		<li class="correction">
			<GlyphView glyph={glyph} name={t("corrections.glyph", { digit })} />
			<b>{digit}</b>
			<small>{t("corrections.readAs", { digit: read })}</small>
			<button
				type="button"
				class="tool"
				aria-label={t("corrections.deleteOne", { digit, read })}
				title={t("delete")}
				onClick={() => onDelete(correction)}
			>
				<Icon name="close" />
			</button>
		</li>
	);
}
