import type { Estimate, ModelCard } from "../../lib/models/card.ts";

const percent = ({ value }: Estimate) => (100 * value).toFixed(2);
const withInterval = (estimate: Estimate) => {
	const [low, high] = estimate.interval.map((end) => (100 * end).toFixed(2));
	return `${percent(estimate)} (${low}–${high})`;
};

/** A Markdown table of models, a row each, from their cards. */
export function modelTable(cards: readonly ModelCard[]): string {
	const sets = [...new Set(cards.flatMap(({ evaluation }) => Object.keys(evaluation?.otherSets ?? {})))];
	const header = [
		"model",
		"parameters",
		"kB",
		"MNIST test % (95 %)",
		"validation %",
		"calibration error %",
		...sets.map((set) => `${set} %`),
		"ms a digit",
	];
	const rows = cards.map(({ id, parameters, bytes, evaluation }) => [
		`\`${id}\``,
		parameters.toLocaleString("en"),
		Math.round(bytes / 1000).toLocaleString("en"),
		evaluation?.test ? withInterval(evaluation.test.accuracy) : "–",
		evaluation ? percent(evaluation.validation.accuracy) : "–",
		evaluation?.test ? (100 * evaluation.test.calibration.expectedError).toFixed(2) : "–",
		...sets.map((set) => {
			const report = evaluation?.otherSets[set];
			return report ? percent(report.accuracy) : "–";
		}),
		evaluation ? evaluation.milliseconds.alone.toFixed(2) : "–",
	]);
	const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
	return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

const START = "<!-- models -->";
const END = "<!-- /models -->";

/** `text` with what stands between the two markers replaced; as it was where they are missing. */
export function replaceTable(text: string, table: string): string {
	const start = text.indexOf(START);
	const end = text.indexOf(END);
	if (start < 0 || end < start) return text;
	return `${text.slice(0, start + START.length)}\n${table}\n${text.slice(end)}`;
}
