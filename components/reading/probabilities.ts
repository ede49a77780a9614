import { DIGITS } from "../../lib/models/outputs.ts";
import type { ReadDigit } from "../../lib/reading/reading.ts";

/** The probability of each digit 0..9, by its value; 0 for those that the reading does not list. */
export function probabilities({
	digit,
	confidence,
	alternatives,
}: Pick<ReadDigit, "digit" | "confidence" | "alternatives">): number[] {
	const all = Array<number>(DIGITS).fill(0);
	all[Number(digit)] = confidence;
	for (const [other, probability] of alternatives) all[Number(other)] = probability;
	return all;
}
