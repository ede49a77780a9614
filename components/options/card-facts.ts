import type { ModelCard } from "../../lib/models/card.ts";

/** What a card says about a model in a few words each. */
export interface CardFact {
	readonly name: string;
	readonly value: string;
	/** The same in more words, shown on demand. */
	readonly detail: string;
}

const KILO = 1000;

/** The facts that help to choose; a card that was not evaluated yet has fewer. */
export function cardFacts({ bytes, parameters, evaluation }: ModelCard): CardFact[] {
	const facts: CardFact[] = [];
	const report = evaluation?.test ?? evaluation?.validation;
	if (report) {
		const [low, high] = report.accuracy.interval;
		facts.push({
			name: evaluation?.test ? "of MNIST's test digits right" : "of MNIST's validation digits right",
			value: share(report.accuracy.value),
			detail: `${report.count.toLocaleString("en")} digits; 95 % interval ${share(low)} to ${share(high)}`,
		});
	}
	facts.push({
		name: "in size",
		value: formatBytes(bytes),
		detail: `${parameters.toLocaleString("en")} parameters`,
	});
	if (evaluation)
		facts.push({
			name: "a digit",
			value: `${evaluation.milliseconds.alone.toPrecision(2)} ms`,
			detail: "Median on one core of the computer that measured it",
		});
	return facts;
}

/** A share 0..1 in percent, with the two decimals by which MNIST results differ. */
export function share(value: number): string {
	return `${(value * 100).toFixed(2)} %`;
}

/** A size in decimal units, as stores and file managers show it. */
export function formatBytes(bytes: number): string {
	if (bytes < KILO ** 2) return `${Math.round(bytes / KILO)} KB`;
	return `${(bytes / KILO ** 2).toFixed(1)} MB`;
}
