import { formatFigures, formatNumber, t } from "../../../lib/browser/language.ts";
import type { ModelCard } from "../../../lib/models/card.ts";
import { MODELS } from "../../../lib/models/catalogue.ts";
import { originWords, recipeWords } from "../../card-words.ts";
import { formatBytes, share, shareRange } from "../../numbers.ts";
import { FigureList } from "./figure-list.tsx";

/** What the model is and how good it is, in figures. */
export function Overview({ card }: { card: ModelCard }) {
	const { evaluation, recipe } = card;
	const rows: [name: string, value: string][] = [];
	for (const [name, report] of [
		[t("lab.model.test"), evaluation?.test],
		[t("lab.model.validation"), evaluation?.validation],
	] as const) {
		if (!report) continue;
		const { value, interval } = report.accuracy;
		rows.push([name, t("lab.model.accuracy", { share: share(value), range: shareRange(interval) })]);
	}
	const calibration = (evaluation?.test ?? evaluation?.validation)?.calibration;
	if (calibration) rows.push([t("lab.model.calibration"), share(calibration.expectedError)]);
	if (evaluation)
		rows.push([
			t("lab.model.time"),
			t("lab.model.timeIs", {
				alone: formatFigures(evaluation.milliseconds.alone, 2),
				inBatch: formatFigures(evaluation.milliseconds.inBatch, 2),
			}),
		]);
	rows.push(
		[
			t("compare.size"),
			t("lab.model.sizeIs", { bytes: formatBytes(card.bytes), parameters: formatNumber(card.parameters) }),
		],
		[t("lab.model.recipe"), recipeWords(card)],
		[t("lab.model.trainedOn"), recipe.trainedOn.join(", ")],
		[t("lab.model.kept"), t("lab.model.keptIs", { epoch: card.bestEpoch, epochs: card.history.length })],
		[t("lab.model.made"), t("lab.model.madeIs", { date: card.date, seed: card.seed, commit: card.commit })],
		[t("lab.model.reproduces"), originOf(card)],
	);
	return <FigureList rows={rows} />;
}

function originOf({ id, origin }: ModelCard): string {
	const entry = MODELS.find((model) => model.id === id);
	return entry ? originWords(entry) : origin;
}
