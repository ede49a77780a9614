import { formatFigures, formatNumber, t } from "../../../lib/browser/language.ts";
import type { EpochRecord } from "../../../lib/models/card.ts";
import { MODELS } from "../../../lib/models/catalogue.ts";
import { share } from "../../numbers.ts";
import { type Line, LineChart } from "./line-chart.tsx";
import type { ModelState } from "./model-state.ts";

/** How the training went: loss and accuracy after every epoch, beside those of other models if wanted. */
export function Training({ state }: { state: ModelState }) {
	const card = state.card.value;
	if (!card || card.history.length === 0) return null;
	const lines = (measure: "loss" | "accuracy"): Line[] => [
		...otherLines(state, measure),
		{
			name: t("lab.model.training"),
			look: "second",
			values: card.history.map(({ training }) => training[measure]),
		},
		{ name: t("lab.model.validationLine"), look: "main", values: validation(card.history, measure) },
	];
	const mark = { at: card.bestEpoch, name: t("lab.model.keptMark", { epoch: card.bestEpoch }) };
	return (
		<>
			<fieldset class="compared-models">
				<legend class="quiet">{t("lab.model.beside")}</legend>
				{MODELS.filter(({ id }) => id !== state.chosen.value && state.cards.value[id]?.history.length).map(
					({ id, name }) => (
						<label class="check" key={id}>
							<input
								type="checkbox"
								checked={state.compared.value.includes(id)}
								onChange={() => state.toggleCompared(id)}
							/>
							{name}
						</label>
					),
				)}
			</fieldset>
			<div class="pair">
				<LineChart
					title={t("lab.model.loss")}
					term="loss"
					along={t("lab.model.epoch")}
					lines={lines("loss")}
					mark={mark}
					format={(value) => formatFigures(value, 3)}
					formatTick={(tick) => formatNumber(tick, { maximumSignificantDigits: 6 })}
				/>
				<LineChart
					title={t("lab.model.accuracyBy")}
					term="epoch"
					along={t("lab.model.epoch")}
					lines={lines("accuracy")}
					mark={mark}
					format={share}
					formatTick={(tick) =>
						t("percent", { number: formatNumber(tick * 100, { maximumSignificantDigits: 6 }) })
					}
				/>
			</div>
			{isTrainingAbove(card.history) && <p class="quiet">{t("lab.model.whyAbove")}</p>}
		</>
	);
}

/** Whether training looks worse than validation, which surprises whoever knows that it should be the other way round. */
function isTrainingAbove(history: readonly EpochRecord[]): boolean {
	const { training, validation } = history[history.length - 1];
	return training.loss > validation.loss;
}

function otherLines(state: ModelState, measure: "loss" | "accuracy"): Line[] {
	return MODELS.flatMap(({ id, name }, look) => {
		const history = state.cards.value[id]?.history;
		const shown = state.compared.value.includes(id) && id !== state.chosen.value;
		return shown && history ? [{ name, look, values: validation(history, measure) }] : [];
	});
}

function validation(history: readonly EpochRecord[], measure: "loss" | "accuracy"): number[] {
	return history.map(({ validation }) => validation[measure]);
}
