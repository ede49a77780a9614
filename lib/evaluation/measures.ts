import { type Answer, expectedCalibrationError, reliabilityBins } from "../models/calibration.ts";
import type { Estimate, FullReport, Mistake, SetReport } from "../models/card.ts";
import { DIGITS } from "../models/outputs.ts";
import type { Verdict } from "../models/verdict.ts";

/** 97.5 % quantile of the normal distribution. */
const Z = 1.959964;

/** Share of successes with Wilson's 95 % interval (Wilson 1927), which holds near 0 and 1 too. */
export function proportion(successes: number, count: number): Estimate {
	const share = successes / count;
	const centre = share + (Z * Z) / (2 * count);
	const spread = Z * Math.sqrt((share * (1 - share)) / count + (Z / (2 * count)) ** 2);
	const scale = 1 + (Z * Z) / count;
	return { value: share, interval: [(centre - spread) / scale, (centre + spread) / scale] };
}

/** Mean with its 95 % interval by the central limit theorem. */
export function meanOf(values: readonly number[]): Estimate {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
	const half = Z * Math.sqrt(variance / values.length);
	return { value: mean, interval: [mean - half, mean + half] };
}

/** The digit that a verdict names, refused or not. */
const answerOf = ({ probabilities }: Verdict): number => probabilities.indexOf(Math.max(...probabilities));

const isRight = (verdict: Verdict, label: number) => !verdict.refusal && answerOf(verdict) === label;

/** Accuracy and refusals of `verdicts` on digits whose truth is `labels`. */
export function reportOn(verdicts: readonly Verdict[], labels: ArrayLike<number>): SetReport {
	const right = verdicts.filter((verdict, i) => isRight(verdict, labels[i])).length;
	const refused: Record<string, number> = {};
	for (const { refusal } of verdicts) if (refusal) refused[refusal] = (refused[refusal] ?? 0) + 1;
	return { count: verdicts.length, accuracy: proportion(right, verdicts.length), refused };
}

/** The column of a confusion matrix for what was refused; those of the answers 0..9 come before it. */
export const REFUSED = DIGITS;

/** Rows: the truth; columns: the answers 0..9 and, last, refused. */
export function confusionMatrix(verdicts: readonly Verdict[], labels: ArrayLike<number>): number[][] {
	const matrix = Array.from({ length: DIGITS }, () => new Array<number>(REFUSED + 1).fill(0));
	verdicts.forEach((verdict, i) => {
		matrix[labels[i]][verdict.refusal ? REFUSED : answerOf(verdict)]++;
	});
	return matrix;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** `reportOn` with loss, confusion matrix, precision and recall, and calibration of what was not refused. */
export function fullReportOn(verdicts: readonly Verdict[], labels: ArrayLike<number>): FullReport {
	const confusion = confusionMatrix(verdicts, labels);
	const answers: Answer[] = verdicts.flatMap((verdict, i) =>
		verdict.refusal
			? []
			: [{ confidence: Math.max(...verdict.probabilities), right: isRight(verdict, labels[i]) }],
	);
	const bins = reliabilityBins(answers);
	return {
		...reportOn(verdicts, labels),
		loss: meanOf(
			verdicts.map(({ probabilities }, i) => -Math.log(Math.max(probabilities[labels[i]], 1e-12))),
		),
		confusion,
		perClass: confusion.map((row, digit) => ({
			precision: row[digit] / (sum(confusion.map((other) => other[digit])) || 1),
			recall: row[digit] / (sum(row) || 1),
		})),
		calibration: { expectedError: expectedCalibrationError(bins), bins },
	};
}

/** The digits that were read as others, most confident first. */
export function mistakesIn(verdicts: readonly Verdict[], labels: ArrayLike<number>): Mistake[] {
	return verdicts
		.map((verdict, index) => ({
			index,
			truth: labels[index],
			answer: answerOf(verdict),
			probability: Math.max(...verdict.probabilities),
			refused: verdict.refusal !== undefined,
		}))
		.filter(({ truth, answer, refused }) => truth !== answer && !refused)
		.sort((a, b) => b.probability - a.probability)
		.map(({ refused: _refused, ...mistake }) => mistake);
}

/** Of the answers that are as sure as `confidence` says: their share of all, and how many of them are right. */
export interface Coverage {
	readonly confidence: number;
	readonly covered: number;
	/** NaN where none is as sure. */
	readonly right: number;
}

/** The risk-coverage curve (El-Yaniv & Wiener 2010, "On the foundations of noise-free selective classification"). */
export function riskCoverage(answers: readonly Answer[], confidences: readonly number[]): Coverage[] {
	return confidences.map((confidence) => {
		const sure = answers.filter((answer) => answer.confidence >= confidence);
		return {
			confidence,
			covered: sure.length / answers.length,
			right: sure.filter(({ right }) => right).length / sure.length,
		};
	});
}
