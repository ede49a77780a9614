import { Part } from "../part.tsx";
import type { DigitPictures } from "../report/mistakes.tsx";
import { ReportView } from "../report/report-view.tsx";
import { OtherSets } from "../report/reports.tsx";
import { LayerTable } from "./layer-table.tsx";
import type { ModelState } from "./model-state.ts";
import { Overview } from "./overview.tsx";
import { Training } from "./training.tsx";

/** What is on a model's card: how it is built, how it was trained, and where it goes wrong. */
export function ModelView({ state, pictures }: { state: ModelState; pictures: DigitPictures }) {
	const card = state.card.value;
	if (card === undefined) return <p>Looking up the card of this model…</p>;
	if (card === null) return <p role="status">This model has no card. Choose another one.</p>;
	const { evaluation } = card;
	return (
		<>
			<Part title="At a glance">
				<Overview card={card} />
			</Part>
			<Part title="Layers">
				<LayerTable layers={card.layers} />
			</Part>
			<Part title="Training" wide>
				<Training state={state} />
			</Part>
			{evaluation && (
				<ReportView
					report={state.report}
					measured={evaluation.validation}
					judged={evaluation.test}
					pictures={pictures}
					of="the validation digits"
				/>
			)}
			{evaluation && Object.keys(evaluation.otherSets).length > 0 && (
				<Part title="Other people's digits" wide>
					<OtherSets sets={evaluation.otherSets} />
				</Part>
			)}
		</>
	);
}
