import { formatNumber, t } from "../../lib/browser/language.ts";
import { Choice, Range, Toggle } from "./fields.tsx";
import type { OptionsState } from "./options-state.ts";

export interface PanelSectionProps {
	readonly options: OptionsState;
	/**
	 * Told at once when the person wants every answer copied, or no longer: asking for a permission needs the click, and
	 * nobody else may ask for it, for the question blocks all of the browser.
	 */
	readonly onAutoCopy: (on: boolean) => void;
}

/** Where answers stand on pages, and what they call doubtful. */
export function PanelSection({ options, onAutoCopy }: PanelSectionProps) {
	const panel = options.settings.value.panel;
	return (
		<section aria-labelledby="panel">
			<h2 id="panel">{t("options.place.panel")}</h2>
			<div class="fields">
				<Choice
					label={t("options.panel.position")}
					hint={t("options.panel.positionHint")}
					value={panel.position}
					options={[
						["beside", t("options.panel.beside")],
						["corner", t("options.panel.corner")],
					]}
					onChange={(position) => options.set("panel", { position })}
				/>
				<Toggle
					label={t("options.panel.autoCopy")}
					hint={t("options.panel.autoCopyHint")}
					on={panel.autoCopy}
					onPress={onAutoCopy}
					onChange={(autoCopy) => options.set("panel", { autoCopy })}
				/>
				<Toggle
					label={t("options.panel.separators")}
					hint={t("options.panel.separatorsHint")}
					on={panel.separators}
					onChange={(separators) => options.set("panel", { separators })}
				/>
				<Range
					label={t("options.panel.doubt")}
					hint={t("options.panel.doubtHint")}
					value={Math.round(panel.doubtBelow * 100)}
					min={50}
					max={99}
					shown={t("options.panel.below", { percent: formatNumber(Math.round(panel.doubtBelow * 100)) })}
					onChange={(below) => options.set("panel", { doubtBelow: below / 100 })}
				/>
			</div>
		</section>
	);
}
