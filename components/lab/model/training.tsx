import type { EpochRecord } from "../../../lib/models/card.ts";
import { MODELS } from "../../../lib/models/catalogue.ts";
import { type Line, LineChart } from "./line-chart.tsx";
import type { LabState } from "./model-state.ts";

/** How the training went: loss and accuracy after every epoch, beside other models' if wanted. */
export function Training({ lab }: { lab: LabState }) {
	const card = lab.card.value;
	if (!card || card.history.length === 0) return null;
	const lines = (measure: "loss" | "accuracy"): Line[] => [
		...(lab.withOthers.value ? otherLines(lab, measure) : []),
		{ name: "Training", role: "second", values: card.history.map(({ training }) => training[measure]) },
		{ name: "Validation", role: "main", values: validation(card.history, measure) },
	];
	const mark = { at: card.bestEpoch, name: `Kept: epoch ${card.bestEpoch}` };
	return (
		<>
			<label class="check">
				<input
					type="checkbox"
					checked={lab.withOthers.value}
					onChange={(event) => {
						lab.withOthers.value = event.currentTarget.checked;
					}}
				/>
				With the validation curves of the other models
			</label>
			<div class="pair">
				<LineChart
					title="Loss by epoch"
					along="Epoch"
					lines={lines("loss")}
					mark={mark}
					format={(value) => String(Number(value.toPrecision(3)))}
				/>
				<LineChart
					title="Accuracy by epoch"
					along="Epoch"
					lines={lines("accuracy")}
					mark={mark}
					format={(value) => `${(value * 100).toFixed(1)} %`}
				/>
			</div>
		</>
	);
}

function otherLines(lab: LabState, measure: "loss" | "accuracy"): Line[] {
	return MODELS.flatMap(({ id, name }) => {
		const history = id === lab.chosen.value ? undefined : lab.cards.value[id]?.history;
		return history?.length ? [{ name, role: "other" as const, values: validation(history, measure) }] : [];
	});
}

function validation(history: readonly EpochRecord[], measure: "loss" | "accuracy"): number[] {
	return history.map(({ validation }) => validation[measure]);
}
