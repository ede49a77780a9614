import { toCsv } from "../../../lib/csv.ts";
import type { Result } from "./evaluate-state.ts";

/** What a model said of every digit of a set, a row each, in the set's order. */
export function answersCsv({ verdicts }: Pick<Result, "verdicts">, labels: ArrayLike<number>): string {
	return toCsv([
		["index", "digit", "answer", "confidence", "refused"],
		...verdicts.map(({ probabilities, refusal }, i) => {
			const best = Math.max(...probabilities);
			return [
				String(i),
				String(labels[i]),
				String(probabilities.indexOf(best)),
				best.toFixed(4),
				refusal ?? "",
			];
		}),
	]);
}

/** A confusion matrix with its headings: rows are the truth, columns the answers and what was refused. */
export function confusionCsv(matrix: readonly (readonly number[])[]): string {
	const answers = Array.from({ length: matrix[0].length - 1 }, (_, digit) => String(digit));
	return toCsv([
		["digit", ...answers, "refused"],
		...matrix.map((row, digit) => [String(digit), ...row.map(String)]),
	]);
}
