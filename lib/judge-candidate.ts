import type { BlobCandidate } from "./image/candidates.ts";
import type { Blob } from "./image/components.ts";
import type { Scale } from "./image/cut.ts";
import type { Verdict } from "./models/verdict.ts";

/** What a candidate costs in the best path, in nats, and what it is taken for. */
export interface Judgement {
	readonly cost: number;
	/** As a digit, though the model may refuse it; otherwise as something to leave out. */
	readonly isDigit: boolean;
	/** A dot, a comma, a dash: nothing that speaks against digits beside it. */
	readonly isSmall: boolean;
	readonly verdict: Verdict;
}

/** A model's least probability of "no digit": those without refusal classes say 0. */
const LEAST_REFUSAL = 0.02;
/** Added to a probability: what looks impossible costs so much and no more. */
const LEAST_DIGIT = 0.001;
/** What is wider than this share of the height could be several digits, each of them unlike: it costs for all. */
const ONE_DIGIT = 0.8;
/** Nats for every digit: the same ink is rather few than many. */
export const DIGIT_COST = 0.6;

/** What a candidate costs in the best path, as a digit or left out, whichever is cheaper. */
export function judgeCandidate(
	{ blob, cost, isJunction }: Pick<BlobCandidate, "blob" | "cost" | "isJunction">,
	verdict: Verdict,
	{ height }: Scale,
): Judgement {
	const best = Math.max(...verdict.probabilities);
	const none = 1 - verdict.probabilities.reduce((sum, p) => sum + p, 0);
	const size = { width: blob.box.width / height, height: blob.box.height / height };
	const isSmall = (size.height < 0.3 && size.width < 0.9) || isJunction === true;
	const unlikeness = -Math.log(best + LEAST_DIGIT) * Math.max(1, size.width / ONE_DIGIT);
	const asDigit = DIGIT_COST + unlikeness + cost + sizeCost(size);
	const leftOut = isJunction
		? JUNCTION_COST
		: isSmall
			? SMALL_COST
			: leavingOutCost(size, Math.max(LEAST_REFUSAL, none));
	return { cost: Math.min(asDigit, leftOut), isDigit: asDigit <= leftOut, isSmall, verdict };
}

/** Whether a connected blob is so surely one digit that no two digits explain it better. */
export function isSureDigit(blob: Blob, verdict: Verdict, scale: Scale): boolean {
	const { isDigit, cost } = judgeCandidate({ blob, cost: 0 }, verdict, scale);
	return isDigit && !verdict.refusal && cost < 2 * DIGIT_COST;
}

/** So large a share of a line's larger pieces must be digits for sure that the others are believed too. */
const SUPPORT = 0.6;

/**
 * The verdicts on the pieces of a line, each in the light of the others. Among digits, what looks like one is one,
 * though the model would refuse it alone; it keeps its low confidence. And in a line of words or drawings, what
 * looks like a digit is none.
 */
export function settleLine(pieces: readonly Judgement[]): Verdict[] {
	const certain = pieces.filter(({ isDigit, verdict }) => isDigit && !verdict.refusal).length;
	const large = pieces.filter(({ isSmall }) => !isSmall).length;
	const isNumber = certain >= 2 && certain >= SUPPORT * large;
	const settled = pieces.map(({ isDigit, verdict }) => {
		if (!isDigit) return { ...verdict, refusal: verdict.refusal ?? "not-a-digit" };
		const isLikely = Math.max(...verdict.probabilities) >= LEAST_LIKELY;
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

/** Not even among digits is less than this probability believed. */
const LEAST_LIKELY = 0.02;

/** Nats for reading a part of connected ink that is a letter or a sign as a whole. */
const DISMEMBERING_COST = 8;

/**
 * What each candidate of a line costs for taking apart what should stay whole: connected ink that the model
 * knows as no digit (and not as several) is a letter or a sign, however much its parts look like digits.
 */
export function dismemberingCosts(
	candidates: readonly (Pick<BlobCandidate, "cutsThrough" | "wholeOf"> & { readonly verdict: Verdict })[],
): number[] {
	const letters = new Set(
		candidates
			.filter(({ verdict }) => verdict.refusal === "not-a-digit")
			.flatMap(({ wholeOf }) => (wholeOf === undefined ? [] : [wholeOf])),
	);
	return candidates.map(({ cutsThrough }) =>
		cutsThrough.some((blob) => letters.has(blob)) ? DISMEMBERING_COST : 0,
	);
}

/** Nats for leaving out a dot, a comma, a dash. */
const SMALL_COST = 0.3;
/** Nats for leaving out a stroke that the digits beside it share. */
const JUNCTION_COST = 1.5;
/** Nats for leaving out a piece as high as the line, besides what the model says. */
const LARGE_COST = 8;

function leavingOutCost({ width, height }: Size, none: number): number {
	return (LARGE_COST * Math.max(height, 0.5) - Math.log(none)) * Math.max(1, width / 0.7);
}

/** Sizes as shares of the digits' height. */
interface Size {
	readonly width: number;
	readonly height: number;
}

/** Digits of one line are of about the same height, and higher than wide: nats against one that is not. */
function sizeCost({ width, height }: Size): number {
	if (height < 0.35) return 8;
	return 1.5 * Math.log2(height) ** 2 + Math.max(0, width / height - 1.1);
}
