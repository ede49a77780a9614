import { Part } from "../part.tsx";
import { Confusion } from "./confusion.tsx";
import { LayerTable } from "./layer-table.tsx";
import { type DigitPictures, Mistakes } from "./mistakes.tsx";
import type { LabState } from "./model-state.ts";
import { Overview } from "./overview.tsx";
import { Reliability } from "./reliability.tsx";
import { OtherSets, PerDigit } from "./reports.tsx";
import { Training } from "./training.tsx";

/** What is on a model's card: how it is built, how it was trained, and where it goes wrong. */
export function ModelView({ lab, pictures }: { lab: LabState; pictures: DigitPictures }) {
	const card = lab.card.value;
	if (card === undefined) return <p>Looking up the card of this model…</p>;
	if (card === null) return <p role="status">This model has no card. Choose another one.</p>;
	const { evaluation } = card;
	const report = evaluation?.test ?? evaluation?.validation;
	return (
		<>
			<Part title="At a glance">
				<Overview card={card} />
			</Part>
			<Part title="Layers">
				<LayerTable layers={card.layers} />
			</Part>
			<Part title="Training" wide>
				<Training lab={lab} />
			</Part>
			{evaluation && report && (
				<>
					<Part title="Confusions on the validation digits" wide>
						<Confusion lab={lab} rows={evaluation.validation.confusion} />
					</Part>
					<Part title="Mistakes on the validation digits" wide>
						<Mistakes lab={lab} pictures={pictures} />
					</Part>
					<Part title="Digit by digit">
						<PerDigit perClass={report.perClass} />
					</Part>
					<Part title="Is its confidence worth anything?">
						<Reliability bins={report.calibration.bins} />
					</Part>
				</>
			)}
			{evaluation && Object.keys(evaluation.otherSets).length > 0 && (
				<Part title="Other people's digits" wide>
					<OtherSets sets={evaluation.otherSets} />
				</Part>
			)}
		</>
	);
}
