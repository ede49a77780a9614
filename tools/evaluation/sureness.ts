import { riskCoverage } from "../../lib/evaluation/measures.ts";
import type { Answer } from "../../lib/models/calibration.ts";
import type { Reading } from "../../lib/reading/reading.ts";
import type { Part } from "./picture-sets.ts";

/** How sure the readings of one part of a set were. */
export interface SetSureness {
	readonly set: string;
	readonly part: Part;
	/** How sure each whole picture was, and whether it was right; nothing read is sure of nothing. */
	readonly answers: readonly Answer[];
	/** Of the pictures with one wrong digit: how many there are, and in how many the least sure digit was that one. */
	readonly oneWrong: { readonly count: number; readonly marked: number };
}

/** How sure a reading is that all its digits are right. */
export const sureness = ({ digits }: Reading) =>
	digits.length === 0 ? 0 : digits.reduce((all, { confidence }) => all * confidence, 1);

/** Whether the one digit that is wrong is the least sure one; null where not exactly one is wrong. */
export function onlyWrongDigit(truth: string, { text, digits }: Reading): { isLeastSure: boolean } | null {
	const expected = truth.replaceAll("\n", "");
	if (text.length !== truth.length || digits.length !== expected.length) return null;
	const wrong = digits.filter(({ digit }, i) => digit !== expected[i]);
	const least = Math.min(...digits.map(({ confidence }) => confidence));
	return wrong.length === 1 ? { isLeastSure: wrong[0].confidence === least } : null;
}

const LEVELS = [0.999, 0.99, 0.98, 0.95, 0.9, 0.8, 0];

/** For some sets, of how many of their pictures a reading is so sure, and how many of those are right. */
export function coverageTable(scores: readonly SetSureness[], sets: readonly string[]): string {
	const percent = (share: number) => (Number.isNaN(share) ? "" : (100 * share).toFixed(1)).padStart(7);
	return scores
		.filter(({ set, answers }) => sets.includes(set) && answers.length > 0)
		.flatMap(({ set, part, answers, oneWrong }) => [
			`${set}, ${part}: of ${oneWrong.count} with one wrong digit, ${oneWrong.marked} have it as the least sure`,
			"  sure of  covers  right %",
			...riskCoverage(answers, LEVELS).map(
				({ confidence, covered, right }) => `  ${percent(confidence)} ${percent(covered)}  ${percent(right)}`,
			),
		])
		.join("\n");
}
