import { OPEN, type Walls } from "../../image/candidates.ts";
import type { Verdict } from "../../models/verdict.ts";
import type { CandidateCost } from "./candidate-cost.ts";

/** A piece of a line, and what it is taken for. */
export interface JudgedPiece extends Pick<CandidateCost, "isDigit" | "isSign" | "isSmall" | "verdict"> {
	/** How high it is, in any one unit. */
	readonly height: number;
}

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
		const own = leastBelieved(pieces);
		const believed = mayBeWord(pieces) ? own : Math.min(least, own);
		return pieces.map((piece) => settle(piece, believed));
	});
	for (const [i, pieces] of clusters.entries())
		if (at.length === 0) settled[i] = withoutWord(pieces, settled[i]);
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

/** Whether most of the pieces that stand together are not surely digits: digits elsewhere do not make any of them. */
function mayBeWord(pieces: readonly JudgedPiece[]): boolean {
	const large = pieces.filter(({ isSmall, isSign }) => !isSmall && !isSign);
	return large.length > 1 && large.filter(isCertain).length * 2 <= large.length;
}

const isCertain = ({ isDigit, verdict }: JudgedPiece) => isDigit && !verdict.refusal;

function settle({ isDigit, isSign, verdict: { sign, ...verdict } }: JudgedPiece, believed: number): Verdict {
	if (isSign && sign) return { ...verdict, refusal: "not-a-digit", sign };
	if (!isDigit) return { ...verdict, refusal: verdict.refusal ?? "not-a-digit" };
	const isLikely = Math.max(...verdict.probabilities) >= believed;
	return isLikely ? { probabilities: verdict.probabilities } : verdict;
}

/** Digits beside letters are no lower than this share of the highest: lower ones are small letters. */
const SMALL_LETTER = 0.82;
/**
 * Of so many pieces or more that stand together between letters at both sides, all look like digits only where they are.
 */
const LEAST_BETWEEN = 3;

/**
 * Verdicts on what stands together without the digits that are letters: those in the middle of a word, and small ones at
 * its end.
 */
function withoutWord(pieces: readonly JudgedPiece[], verdicts: readonly Verdict[]): Verdict[] {
	const large = pieces.flatMap(({ isSmall, isSign }, i) => (isSmall || isSign ? [] : [i]));
	const isLetter = (i: number) => verdicts[i].refusal !== undefined;
	const letters = large.filter(isLetter);
	if (letters.length === 0) return [...verdicts];
	const [first, last] = [letters[0], letters[letters.length - 1]];
	const highest = Math.max(...letters.map((i) => pieces[i].height));
	const found = [...verdicts];
	for (let k = 0; k < large.length; ) {
		const from = k;
		while (k < large.length && !isLetter(large[k])) k++;
		const run = large.slice(from, k++);
		if (run.length === 0) continue;
		const isBetween = run[0] > first && run[run.length - 1] < last && run.length < LEAST_BETWEEN;
		const isSmall =
			letters.length * 2 >= run.length && run.every((i) => pieces[i].height < SMALL_LETTER * highest);
		if (isBetween || isSmall) for (const i of run) found[i] = { ...verdicts[i], refusal: "not-a-digit" };
	}
	return found;
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

/**
 * Not even among digits is less than this probability believed; where nearly all are sure, less than half of it is. What
 * the line model sees beside a letter lifts it to 0.08. On the tuning part of orand-car-a 0.002 to 0.09 reads the same.
 */
const LEAST_LIKELY = 0.2;
const LEAST_POSSIBLE = 0.09;
