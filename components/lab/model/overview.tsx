import { formatFigures, formatNumber, t } from "../../../lib/browser/language.ts";
import type { ModelCard } from "../../../lib/models/card.ts";
import { DEFAULT_MODEL, MODELS } from "../../../lib/models/catalogue.ts";
import { originWords, recipeWords, trainingSetWords } from "../../card-words.ts";
import { formatBytes, share, shareRange } from "../../numbers.ts";
import { WithTerms } from "../glossary/term.tsx";
import { type Figure, FigureList } from "./figure-list.tsx";

/** What the model is and how good it is, in figures. */
export function Overview({ card }: { card: ModelCard }) {
	const { evaluation, recipe } = card;
	const rows: Figure[] = [];
	for (const [name, report, term] of [
		[t("lab.model.test"), evaluation?.test, "mnist"],
		[t("lab.model.validation"), evaluation?.validation, "validation"],
	] as const) {
		if (!report) continue;
		const { value, interval } = report.accuracy;
		const words = t("lab.model.accuracy", { share: share(value), range: shareRange(interval) });
		rows.push([name, <WithTerms key={name} words={words} />, term]);
	}
	const calibration = (evaluation?.test ?? evaluation?.validation)?.calibration;
	if (calibration) rows.push([t("lab.model.calibration"), share(calibration.expectedError), "calibration"]);
	if (evaluation)
		rows.push([
			t("lab.model.time"),
			<WithTerms
				key="time"
				words={t("lab.model.timeIs", {
					alone: formatFigures(evaluation.milliseconds.alone, 2),
					inBatch: formatFigures(evaluation.milliseconds.inBatch, 2),
				})}
			/>,
		]);
	rows.push(
		[
			t("compare.size"),
			<WithTerms
				key="size"
				words={t("lab.model.sizeIs", {
					bytes: formatBytes(card.bytes),
					parameters: formatNumber(card.parameters),
				})}
			/>,
		],
		[t("lab.model.recipe"), <WithTerms key="recipe" words={recipeWords(card)} />],
		[
			t("lab.model.trainedOn"),
			<WithTerms key="sets" words={recipe.trainedOn.map(trainingSetWords).join(", ")} />,
		],
		[
			t("lab.model.kept"),
			<WithTerms
				key="kept"
				words={t("lab.model.keptIs", { epoch: card.bestEpoch, epochs: card.history.length })}
			/>,
		],
		[
			t("lab.model.made"),
			<WithTerms
				key="made"
				words={t("lab.model.madeIs", { date: card.date, seed: card.seed, commit: card.commit })}
			/>,
		],
		[t("lab.model.origin"), originOf(card)],
	);
	if (card.id === DEFAULT_MODEL) rows.push([t("lab.model.drawn"), t("lab.model.drawnIs")]);
	return <FigureList rows={rows} />;
}

function originOf({ id, origin }: ModelCard): string {
	const entry = MODELS.find((model) => model.id === id);
	return entry ? originWords(entry) : origin;
}
