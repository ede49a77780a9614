import type { BlobCandidate } from "./image/candidates.ts";
import type { Scale } from "./image/cut.ts";
import type { Verdict } from "./models/verdict.ts";

/** A model's least probability of "no digit": those without refusal classes say 0. */
const LEAST_REFUSAL = 0.02;

/** What a candidate costs in the best path, in nats, as a digit or left out, whichever is cheaper. */
export function judgeCandidate(
	{ blob, cost }: BlobCandidate,
	verdict: Verdict,
	{ height }: Scale,
): { cost: number; verdict: Verdict } {
	const best = Math.max(...verdict.probabilities);
	const none = 1 - verdict.probabilities.reduce((sum, p) => sum + p, 0);
	const relative = { width: blob.box.width / height, height: blob.box.height / height };
	const asDigit = -Math.log(Math.max(1e-6, best)) + cost + sizeCost(relative.height);
	const leftOut = leavingOutCost(relative, Math.max(LEAST_REFUSAL, none));
	if (!verdict.refusal && asDigit <= leftOut) return { cost: asDigit, verdict };
	return { cost: leftOut, verdict: { ...verdict, refusal: verdict.refusal ?? "not-a-digit" } };
}

/** Nats for reading a part of connected ink that is a letter or a sign as a whole. */
const DISMEMBERING_COST = 8;

/**
 * What each candidate of a line costs for taking apart what should stay whole: connected ink that the model
 * knows as no digit (and not as several) is a letter or a sign, however much its parts look like digits.
 */
export function dismemberingCosts(
	candidates: readonly BlobCandidate[],
	verdicts: readonly Verdict[],
): number[] {
	const letters = new Set(
		candidates
			.filter((_, i) => verdicts[i].refusal === "not-a-digit")
			.flatMap(({ wholeOf }) => (wholeOf === undefined ? [] : [wholeOf])),
	);
	return candidates.map(({ cutsThrough }) =>
		cutsThrough.some((blob) => letters.has(blob)) ? DISMEMBERING_COST : 0,
	);
}

/** Nats for leaving out a dot, a comma, a dash. */
const SMALL_COST = 0.5;
const LARGE_COST = 4;

function leavingOutCost({ width, height }: { width: number; height: number }, none: number): number {
	if (height < 0.4 && width < 0.9) return SMALL_COST;
	return (LARGE_COST * Math.max(height, 0.5) - Math.log(none)) * Math.max(1, width / 0.7);
}

/** Digits of one line are of about the same height: nats against one that is smaller or larger. */
function sizeCost(relative: number): number {
	const log = Math.log2(relative);
	return relative < 0.35 ? 8 : 1.5 * log * log;
}
