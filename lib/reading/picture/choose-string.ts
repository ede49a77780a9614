import { type LikelyString, oddsAtPlaces, probabilitiesOf } from "../../lines/string-odds.ts";
import {
	cheapestStrings,
	pathOfString,
	type StringCandidate,
	type StringPath,
} from "../../lines/string-paths.ts";
import { likelyStrings, stringCost } from "../../models/line-strings.ts";

/** The string of digits that both readers together believe most in a line. */
export interface ChosenString extends Pick<StringPath, "steps"> {
	/** How probable each digit is at each of its places, of all strings that were looked at. */
	readonly odds: readonly Float32Array[];
}

/** So many strings of each reader are looked at. */
const LOOKED_AT = 12;

/**
 * How much the line model's opinion of the whole string counts beside what its pieces cost: 0.4 to 0.8 reads the tuning
 * part of orand-car-a best, and from 0.5 on either half of it tells better which readings are right.
 */
const STRING_WEIGHT = 0.5;

/** Divides the nats that speak for one string rather than another. */
const TEMPERATURE = 1;

/**
 * The best of the strings that either reader believes in, by what its pieces cost and by how improbable the line model
 * finds it as a whole: frames beside a piece belong to another string, but to no other piece.
 *
 * @param frames what the line model sees, rows of `LINE_CLASSES` probabilities
 * @param length how many digits it must have, where that is known
 * @returns null where no string can be read
 */
export function chooseString(
	pieces: number,
	candidates: readonly StringCandidate[],
	frames: Float32Array,
	length?: number,
): ChosenString | null {
	const strings = new Set([
		...cheapestStrings(pieces, candidates, LOOKED_AT),
		...likelyStrings(frames, LOOKED_AT),
	]);
	const read = [...strings].flatMap((digits) => {
		if (length !== undefined && digits.length !== length) return [];
		const path = pathOfString(pieces, candidates, digits);
		if (!path) return [];
		return { digits, steps: path.steps, cost: path.cost + STRING_WEIGHT * stringCost(frames, digits) };
	});
	if (read.length === 0) return null;
	const probabilities = probabilitiesOf(
		read.map(({ cost }) => cost),
		TEMPERATURE,
	);
	const likely = read.map(({ digits }, i): LikelyString => ({ digits, probability: probabilities[i] }));
	const best = read.reduce((least, one) => (one.cost < least.cost ? one : least));
	return { steps: best.steps, odds: oddsAtPlaces(best.digits, likely) };
}
