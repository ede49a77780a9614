import type { Verdict } from "../../models/verdict.ts";

/** A character of a line as far as it is told here what it does to its neighbours. */
interface Neighbour {
	readonly verdict: Verdict;
	/** In the units of the line's height. */
	readonly height: number;
}

/** What is lower than this share of the line's height is no digit that was left out. */
const TALL = 0.5;

/** How probable it is that a digit was left out here, 0..1. */
function leftOut({ verdict, height }: Neighbour, lineHeight: number): number {
	const { refusal, sign, probabilities } = verdict;
	if (!refusal || sign || height < TALL * lineHeight) return 0;
	return Math.min(
		1,
		probabilities.reduce((sum, p) => sum + p, 0),
	);
}

/**
 * A number is not known where a digit of it was left out: its neighbours are as sure as that what stands beside them is
 * no digit.
 *
 * @param characters of one word, from left to right
 * @returns the verdicts in the same order
 */
export function besideLeftOut(characters: readonly Neighbour[], lineHeight: number): Verdict[] {
	const odds = characters.map((one) => leftOut(one, lineHeight));
	return characters.map(({ verdict }, k) => {
		const none = (1 - (odds[k - 1] ?? 0)) * (1 - (odds[k + 1] ?? 0));
		if (verdict.refusal || none === 1) return verdict;
		return { ...verdict, probabilities: verdict.probabilities.map((p) => p * none) };
	});
}
