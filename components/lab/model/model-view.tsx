import { t } from "../../../lib/browser/language.ts";
import type { ModelCard } from "../../../lib/models/card.ts";
import { ImportArea } from "../../own-models/import-area.tsx";
import type { OwnModelsState } from "../../own-models/own-models-state.ts";
import { Part } from "../part.tsx";
import type { DigitPictures } from "../report/mistakes.tsx";
import { ReportView } from "../report/report-view.tsx";
import { OtherSets } from "../report/reports.tsx";
import { LayerTable } from "./layer-table.tsx";
import { ModelChart } from "./model-chart.tsx";
import type { ModelState } from "./model-state.ts";
import { Overview } from "./overview.tsx";
import { OwnModelView } from "./own-model-view.tsx";
import { Training } from "./training.tsx";

/** What is on a model's card: how it is built, how it was trained, and where it goes wrong. */
export function ModelView({
	state,
	pictures,
	importer,
}: {
	state: ModelState;
	pictures: DigitPictures;
	/** Where models are brought. */
	importer: OwnModelsState;
}) {
	const { chosenOwn, card: cardOf } = state;
	const card = cardOf.value;
	return (
		<>
			{chosenOwn.value ? (
				<OwnModelView one={chosenOwn.value} state={state} />
			) : (
				<CardView card={card} state={state} pictures={pictures} />
			)}
			<Part title={t("own.heading")} wide>
				<ImportArea own={importer} />
			</Part>
		</>
	);
}

function CardView({
	card,
	state,
	pictures,
}: {
	card: ModelCard | null | undefined;
	state: ModelState;
	pictures: DigitPictures;
}) {
	if (card === undefined) return <p>{t("lab.model.lookingUp")}</p>;
	if (card === null) return <p role="status">{t("lab.model.noCard")}</p>;
	const { evaluation } = card;
	return (
		<>
			<Part title={t("lab.model.glance")}>
				<Overview card={card} />
			</Part>
			<Part title={t("lab.model.layers")}>
				<LayerTable layers={card.layers} />
			</Part>
			<Part title={t("lab.model.all")} wide>
				<ModelChart cards={state.cards.value} own={state.own.value} chosen={state.chosen.value} />
			</Part>
			<Part title={t("lab.model.training")} part="training" wide>
				<Training state={state} />
			</Part>
			{evaluation && (
				<ReportView
					report={state.report}
					measured={evaluation.validation}
					judged={evaluation.test}
					pictures={pictures}
					titles={{ confusions: t("lab.model.confusions"), mistakes: t("lab.model.mistakes") }}
				/>
			)}
			{evaluation && Object.keys(evaluation.otherSets).length > 0 && (
				<Part title={t("lab.model.others")} wide>
					<OtherSets sets={evaluation.otherSets} />
				</Part>
			)}
		</>
	);
}
