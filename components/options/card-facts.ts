import { formatNumber, t } from "../../lib/browser/language.ts";
import type { ModelCard } from "../../lib/models/card.ts";
import { formatBytes, share, shareRange } from "../numbers.ts";

/** What a card says about a model in a few words each. */
export interface CardFact {
	readonly name: string;
	readonly value: string;
	/** The same in more words, shown on demand. */
	readonly detail: string;
}

/** The facts that help to choose; a card that was not evaluated yet has fewer. */
export function cardFacts({ bytes, parameters, evaluation }: ModelCard): CardFact[] {
	const facts: CardFact[] = [];
	const report = evaluation?.test ?? evaluation?.validation;
	if (report) {
		facts.push({
			name: evaluation?.test ? t("options.fact.test") : t("options.fact.validation"),
			value: share(report.accuracy.value),
			detail: t("options.fact.interval", {
				count: formatNumber(report.count),
				range: shareRange(report.accuracy.interval),
			}),
		});
	}
	facts.push({
		name: t("options.fact.size"),
		value: formatBytes(bytes),
		detail: t("options.fact.parameters", { count: formatNumber(parameters) }),
	});
	if (evaluation)
		facts.push({
			name: t("options.fact.time"),
			value: formatNumber(evaluation.milliseconds.alone, {
				style: "unit",
				unit: "millisecond",
				minimumSignificantDigits: 2,
				maximumSignificantDigits: 2,
			}),
			detail: t("options.fact.median"),
		});
	return facts;
}
