import { OPEN, type Walls } from "../../image/candidates.ts";
import type { Verdict } from "../../models/verdict.ts";
import type { CandidateCost } from "./candidate-cost.ts";

/** A piece of a line, and what it is taken for. */
export type JudgedPiece = Pick<CandidateCost, "isDigit" | "isSign" | "isSmall" | "verdict">;

/** So large a share of a line's larger pieces must be digits for sure that the others are believed too. */
const SUPPORT = 0.6;
const STRONG_SUPPORT = 0.75;

/**
 * The verdicts on the pieces of a line, each in the light of the others. Among digits, what looks like one is one,
 * though the model would refuse it alone; it keeps its low confidence. And in a cluster of letters or drawings, what
 * looks like a digit is none; what stands in one cluster says nothing against another. Only of what is read as a sign
 * does the verdict keep one.
 *
 * @param clusters the pieces that stand together, see clusters.ts
 * @param walls what parts the line: in cells and beside them, words are told by fewer letters
 */
export function lineVerdicts(
	clusters: readonly (readonly JudgedPiece[])[],
	{ at, isBeside }: Pick<Walls, "at" | "isBeside"> = OPEN,
): Verdict[] {
	const least = leastBelieved(clusters.flat());
	const settled = clusters.map((pieces) => {
		const believed = Math.min(least, leastBelieved(pieces));
		return pieces.map((piece) => settle(piece, believed));
	});
	const evidence = clusters.map((pieces, i) => evidenceOf(pieces, settled[i]));
	const isNumber = least < 1 && evidence.reduce((sum, nats) => sum + nats, -PRIOR) >= 0;
	return clusters.flatMap((pieces, i) => {
		const large = pieces.filter((piece) => !piece.isSmall && !piece.isSign).length;
		const letters = pieces.filter(
			(piece, k) => !piece.isSmall && !piece.isSign && settled[i][k].refusal,
		).length;
		const isWord =
			(isBeside && letters > 0) || (at.length > 0 && large >= LEAST_WORD && letters >= LETTERS * large);
		const isRead = !isWord && (evidence[i] >= PRIOR || (isNumber && letters === 0));
		return settled[i].map((verdict) =>
			isRead ? verdict : { ...verdict, refusal: verdict.refusal ?? "not-a-digit" },
		);
	});
}

/** The least probability of a digit that is believed beside these pieces though the model would refuse it; 1 for none. */
function leastBelieved(pieces: readonly JudgedPiece[]): number {
	const certain = pieces.filter(isCertain).length;
	const large = pieces.filter(({ isSmall, isSign }) => !isSmall && !isSign).length;
	if (certain < 2 || certain < SUPPORT * large) return 1;
	return certain >= 3 && certain >= STRONG_SUPPORT * large ? LEAST_POSSIBLE : LEAST_LIKELY;
}

const isCertain = ({ isDigit, verdict }: JudgedPiece) => isDigit && !verdict.refusal;

function settle({ isDigit, isSign, verdict: { sign, ...verdict } }: JudgedPiece, believed: number): Verdict {
	if (isSign && sign) return { ...verdict, refusal: "not-a-digit", sign };
	if (!isDigit) return { ...verdict, refusal: verdict.refusal ?? "not-a-digit" };
	const isLikely = Math.max(...verdict.probabilities) >= believed;
	return isLikely ? { probabilities: verdict.probabilities } : verdict;
}

/** A word in a cell has so many pieces at least, of which so many look like no digit. */
const LEAST_WORD = 3;
const LETTERS = 0.3;

/** Nats against digits before anything is seen of it. */
const PRIOR = 1;
/** No piece speaks for or against its line with more nats: a classifier's certainty is not to be had for nothing. */
const MOST_EVIDENCE = 4;

/**
 * What speaks for digits, less what speaks for words or drawings: the sum of the pieces' log-odds, in nats. Small
 * marks say nothing, nor do signs beside digits; among letters a sign is another letter.
 */
function evidenceOf(pieces: readonly JudgedPiece[], verdicts: readonly Verdict[]): number {
	const others = pieces.filter(({ isSign, isSmall }) => !isSign && !isSmall);
	const hasDigits = others.filter(isCertain).length * 2 > others.length;
	return verdicts.reduce((sum, { probabilities, refusal }, i) => {
		if (refusal && (pieces[i].isSmall || (pieces[i].isSign && hasDigits))) return sum;
		const digit = probabilities.reduce((total, p) => total + p, 0);
		const odds = Math.log(digit + 1e-6) - Math.log(1 - digit + 1e-6);
		const clamped = Math.max(-MOST_EVIDENCE, Math.min(MOST_EVIDENCE, odds));
		return sum + (refusal ? -Math.abs(clamped) : clamped);
	}, 0);
}

/** Not even among digits is less than this probability believed; where nearly all are sure, a tenth of it is. */
const LEAST_LIKELY = 0.02;
const LEAST_POSSIBLE = 0.002;
