import { t } from "../../lib/browser/language.ts";
import { Toggle } from "./fields.tsx";
import type { OptionsState } from "./options-state.ts";

/** Whether readings are kept, and the way to them. */
export function PastSection({ options }: { options: OptionsState }) {
	return (
		<section aria-labelledby="past">
			<h2 id="past">{t("past.heading")}</h2>
			<div class="fields">
				<Toggle
					label={t("past.keep")}
					hint={t("options.past.keepHint")}
					on={options.settings.value.history.keep}
					onChange={(keep) => options.set("history", { keep })}
				/>
				<Toggle
					label={t("options.past.drawings")}
					hint={t("options.past.drawingsHint")}
					on={options.settings.value.history.keep && options.settings.value.history.drawings}
					onChange={(drawings) => options.set("history", { drawings, ...(drawings && { keep: true }) })}
				/>
			</div>
			<a class="button" href="/readings.html">
				{t("options.past.open")}
			</a>
		</section>
	);
}
