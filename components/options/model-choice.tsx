import type { ReadonlySignal } from "@preact/signals";
import { t } from "../../lib/browser/language.ts";
import type { ModelCard } from "../../lib/models/card.ts";
import { MODELS } from "../../lib/models/catalogue.ts";
import type { ExportFormat } from "../../lib/models/formats/export-formats.ts";
import { originWords } from "../card-words.ts";
import { cardFacts } from "./card-facts.ts";
import { SaveAs } from "./save-as.tsx";

/** Cards by model; null where a model has none, absent while it is fetched. */
export type Cards = Readonly<Record<string, ModelCard | null>>;

interface ModelChoiceProps {
	/** Id of the one that reads. */
	readonly model: string;
	readonly cards: ReadonlySignal<Cards>;
	readonly onChoose: (id: string) => void;
	readonly onSave: (id: string, name: string, format: ExportFormat) => void;
}

/** All models as cards; one is chosen. */
export function ModelChoice({ model, cards, onChoose, onSave }: ModelChoiceProps) {
	return (
		<fieldset class="models">
			<legend class="spoken">{t("model.reads")}</legend>
			{MODELS.map((entry) => (
				<label class="model" key={entry.id}>
					<input
						type="radio"
						name="model"
						checked={model === entry.id}
						onChange={() => onChoose(entry.id)}
						aria-labelledby={`name-${entry.id}`}
						aria-describedby={`about-${entry.id}`}
					/>
					<strong id={`name-${entry.id}`}>{entry.name}</strong>
					<div>
						<p class="model-summary" id={`about-${entry.id}`}>
							{t(entry.summary)}
						</p>
						<Facts card={cards.value[entry.id]} />
						<details class="model-more">
							<summary>{t("options.model.more")}</summary>
							<p>{originWords(entry)}.</p>
							<p>
								<a href={`/lab.html?model=${entry.id}`}>{t("options.model.lookInside")}</a>
							</p>
							<SaveAs name={entry.name} onSave={(format) => onSave(entry.id, entry.id, format)} />
						</details>
					</div>
				</label>
			))}
		</fieldset>
	);
}

function Facts({ card }: { card: ModelCard | null | undefined }) {
	if (card === undefined) return <p class="model-facts">{t("options.model.lookingUp")}</p>;
	if (card === null) return <p class="model-facts">{t("options.model.noCard")}</p>;
	return (
		<ul class="model-facts">
			{cardFacts(card).map(({ name, value, detail }) => (
				<li key={name} title={detail}>
					<b>{value}</b> {name}
				</li>
			))}
		</ul>
	);
}
