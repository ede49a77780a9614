import { SIGN_CLASSES, SIGNS } from "../models/signs.ts";
import type { Verdict } from "../models/verdict.ts";

const DIGIT = SIGN_CLASSES.indexOf("digit");
const FIRST_SIGN = SIGN_CLASSES.length - SIGNS.length;

/** Among digits signs are so many times as rare as in what the sign model learnt from. */
const RARITY = 10;
/** How much the sign model's word weighs against the digit model's, which has all the classes of digits to tell. */
const WEIGHT = 0.6;
/** Added to every probability, so that neither model can rule anything out alone. */
const LEAST = 0.003;

const mean = (a: number, b: number) => (a + LEAST) ** (1 - WEIGHT) * (b + LEAST) ** WEIGHT;

/**
 * The digit model's verdict and what the sign model says of the same glyph as one: whether it is a digit is the
 * weighted geometric mean of what both say (a logarithmic opinion pool: Genest & Zidek 1986, "Combining probability
 * distributions"), which digit is the first one's word, which sign the second one's. Signs only ever speak against
 * digits: a letter does not become one because it is no sign.
 *
 * The weights were tuned on the tuning parts of orand-car-a, paper, photos and nondigits.
 *
 * @param classes a probability for each of `SIGN_CLASSES`
 */
export function weighSigns(verdict: Verdict, classes: Float32Array): Verdict {
	const likely = classes.map((p, i) => (i < FIRST_SIGN ? p : p / RARITY));
	const total = likely.reduce((sum, p) => sum + p, 0);
	const [isDigit, signs] = [likely[DIGIT] / total, likely.subarray(FIRST_SIGN)];
	const digit = verdict.probabilities.reduce((sum, p) => sum + p, 0);
	const [some, none] = [mean(digit, isDigit), mean(1 - digit, 1 - isDigit)];
	const share = Math.min(1, some / (some + none) / Math.max(digit, LEAST));
	const most = Math.max(...signs);
	const probability = (none / (some + none)) * (most / total / Math.max(1 - isDigit, LEAST));
	return {
		...verdict,
		probabilities: verdict.probabilities.map((p) => p * share),
		sign: { is: SIGNS[signs.indexOf(most)], probability },
	};
}
