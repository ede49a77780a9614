import type { ReadonlySignal } from "@preact/signals";
import type { Command } from "../../lib/browser/commands.ts";
import { t } from "../../lib/browser/language.ts";
import type { NetworkUse } from "../../lib/browser/network-use.ts";
import type { OwnModelsState } from "../own-models/own-models-state.ts";
import { About, type AboutProps } from "./about.tsx";
import { CorrectionsSection } from "./corrections/corrections-section.tsx";
import type { CorrectionsState } from "./corrections/corrections-state.ts";
import { Keys } from "./keys.tsx";
import { type Cards, ModelChoice } from "./model-choice.tsx";
import { Navigation } from "./navigation.tsx";
import type { OptionsState } from "./options-state.ts";
import { OwnModels } from "./own-models.tsx";
import { OwnSettings } from "./own-settings.tsx";
import { PadSection } from "./pad-section.tsx";
import { PanelSection, type PanelSectionProps } from "./panel-section.tsx";
import { PastSection } from "./past-section.tsx";
import { Privacy } from "./privacy.tsx";

export interface OptionsProps {
	readonly options: OptionsState;
	/** Why another model than the chosen one reads; null when all is well. */
	readonly trouble: ReadonlySignal<string | null>;
	readonly cards: ReadonlySignal<Cards>;
	readonly own: OwnModelsState;
	/** Whether some imported models are missing, because what is kept of them is damaged. */
	readonly ownDamaged: ReadonlySignal<boolean>;
	readonly corrections: CorrectionsState;
	/** How many past readings are kept. */
	readonly pastReadings: ReadonlySignal<number>;
	readonly commands: readonly Command[];
	readonly networkUse: ReadonlySignal<NetworkUse>;
	readonly onChangeKeys: () => Promise<boolean>;
	readonly onAutoCopy: PanelSectionProps["onAutoCopy"];
	readonly about: AboutProps;
}

const PLACES = ["model", "pad", "panel", "past", "corrections", "keys", "privacy", "all", "about"] as const;

/** All that can be set, and what the extension may do. */
export function OptionsPage(props: OptionsProps) {
	const { options } = props;
	return (
		<div class="options">
			<header>
				<img src="/icon/128.png" width="40" height="40" alt="" />
				<h1>{t("options.title")}</h1>
			</header>
			<Navigation places={PLACES.map((id) => [id, t(`options.place.${id}`)])} />
			<main>
				{options.unsaved.value && (
					<p class="trouble" role="alert">
						{options.unsaved}
					</p>
				)}
				<section aria-labelledby="model">
					<h2 id="model">{t("options.place.model")}</h2>
					<p>{t("options.model.about")}</p>
					{props.trouble.value && (
						<p class="trouble" role="alert">
							{props.trouble}
						</p>
					)}
					<ModelChoice
						model={options.settings.value.model}
						cards={props.cards}
						onChoose={(id) => void options.chooseModel(id)}
						onSave={(id, name, format) => void props.own.save(id, name, format)}
					/>
					<OwnModels
						own={props.own}
						damaged={props.ownDamaged.value}
						model={options.settings.value.model}
						onChoose={(id) => void options.chooseModel(id)}
					/>
				</section>
				<PadSection options={options} />
				<PanelSection options={options} onAutoCopy={props.onAutoCopy} />
				<PastSection options={options} />
				<CorrectionsSection options={options} corrections={props.corrections} />
				<Keys commands={props.commands} onChange={props.onChangeKeys} />
				<Privacy
					use={props.networkUse}
					kept={{ readings: props.pastReadings.value, corrections: props.corrections.kept.value.length }}
				/>
				<OwnSettings options={options} />
				<About {...props.about} />
			</main>
		</div>
	);
}
