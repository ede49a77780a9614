import type { Verdict } from "../../models/verdict.ts";

/** A character of a line as far as it is told here what it does to its neighbours. */
interface Neighbour {
	readonly verdict: Verdict;
	/** In the units of the line's height. */
	readonly height: number;
	/** How probable it is by the strings of the line alone that a digit stands here, 0..1. */
	readonly shown: number;
}

/** What is lower than this share of the line's height is no digit that was left out. */
const TALL = 0.5;

/** So much of that is believed where its ink looks like no digit. */
const BELIEVED = 0.5;

/** How probable it is that a digit was left out here, 0..1. */
function leftOut({ verdict: { refusal, sign, probabilities }, shown }: Neighbour): number {
	if (!refusal || sign) return 0;
	const looks = probabilities.reduce((sum, p) => sum + p, 0);
	return Math.min(1, Math.max(looks, BELIEVED * shown));
}

/**
 * A number is not known where a digit of it was left out: its neighbours are as sure as that what stands beside them is
 * no digit. Specks and points between them are looked past.
 *
 * @param characters of one word, from left to right
 * @returns the verdicts in the same order
 */
export function besideLeftOut(characters: readonly Neighbour[], lineHeight: number): Verdict[] {
	const tall = characters.filter(({ verdict, height }) => !verdict.refusal || height >= TALL * lineHeight);
	const odds = tall.map(leftOut);
	let at = -1;
	return characters.map((one) => {
		if (one === tall[at + 1]) at++;
		const { verdict } = one;
		const none = (1 - (odds[at - 1] ?? 0)) * (1 - (odds[at + 1] ?? 0));
		if (verdict.refusal || none === 1) return verdict;
		return { ...verdict, probabilities: verdict.probabilities.map((p) => p * none) };
	});
}
