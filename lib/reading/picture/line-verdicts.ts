import type { Verdict } from "../../models/verdict.ts";
import type { CandidateCost } from "./candidate-cost.ts";

/** So large a share of a line's larger pieces must be digits for sure that the others are believed too. */
const SUPPORT = 0.6;
const STRONG_SUPPORT = 0.75;

/**
 * The verdicts on the pieces of a line, each in the light of the others. Among digits, what looks like one is one,
 * though the model would refuse it alone; it keeps its low confidence. And in a line of words or drawings, what
 * looks like a digit is none.
 */
export function lineVerdicts(pieces: readonly CandidateCost[]): Verdict[] {
	const certain = pieces.filter(({ isDigit, verdict }) => isDigit && !verdict.refusal).length;
	const large = pieces.filter(({ isSmall }) => !isSmall).length;
	const isNumber = certain >= 2 && certain >= SUPPORT * large;
	const leastLikely = certain >= 3 && certain >= STRONG_SUPPORT * large ? LEAST_POSSIBLE : LEAST_LIKELY;
	const settled = pieces.map(({ isDigit, verdict }) => {
		if (!isDigit) return { ...verdict, refusal: verdict.refusal ?? "not-a-digit" };
		const isLikely = Math.max(...verdict.probabilities) >= leastLikely;
		return isNumber && isLikely ? { probabilities: verdict.probabilities } : verdict;
	});
	const seen = settled.filter(({ refusal }, i) => !(pieces[i].isSmall && refusal));
	return evidenceOf(seen) >= 0
		? settled
		: settled.map((verdict) => ({ ...verdict, refusal: verdict.refusal ?? "not-a-digit" }));
}

/** Nats against a line of digits before anything is seen of it. */
const PRIOR = 1;
/** No piece speaks for or against its line with more nats: a classifier's certainty is not to be had for nothing. */
const MOST_EVIDENCE = 4;

/** What speaks for a line of digits, less what speaks for words or drawings: the sum of the pieces' log-odds, in nats. */
function evidenceOf(verdicts: readonly Verdict[]): number {
	return verdicts.reduce((sum, { probabilities, refusal }) => {
		const digit = probabilities.reduce((total, p) => total + p, 0);
		const odds = Math.log(digit + 1e-6) - Math.log(1 - digit + 1e-6);
		const clamped = Math.max(-MOST_EVIDENCE, Math.min(MOST_EVIDENCE, odds));
		return sum + (refusal ? -Math.abs(clamped) : clamped);
	}, -PRIOR);
}

/** Not even among digits is less than this probability believed; where nearly all are sure, a tenth of it is. */
const LEAST_LIKELY = 0.02;
const LEAST_POSSIBLE = 0.002;
