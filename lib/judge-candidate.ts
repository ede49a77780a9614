import type { BlobCandidate } from "./image/candidates.ts";
import type { Scale } from "./image/cut.ts";
import type { Verdict } from "./models/verdict.ts";

/** Nats for leaving out a piece as high as the line; smaller pieces cost less. */
const LEAVING_OUT = 4;

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
	const size = Math.max(blob.box.height, 0.5 * blob.box.width) / height;
	const asDigit = -Math.log(Math.max(1e-6, best)) + cost + sizeCost(blob.box.height / height);
	const leftOut = -Math.log(Math.max(LEAST_REFUSAL, none)) * Math.min(1, size) + LEAVING_OUT * size * size;
	if (!verdict.refusal && asDigit <= leftOut) return { cost: asDigit, verdict };
	return { cost: leftOut, verdict: { ...verdict, refusal: verdict.refusal ?? "not-a-digit" } };
}

/** Digits of one line are of about the same height: nats against one that is smaller or larger. */
function sizeCost(relative: number): number {
	const log = Math.log2(relative);
	return relative < 0.35 ? 8 : 1.5 * log * log;
}
