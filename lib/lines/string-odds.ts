/** A string of digits that a line may say, and how probable it is that it does. */
export interface LikelyString {
	readonly digits: string;
	readonly probability: number;
}

/** The strings' probabilities from what they cost, in nats: exp(- cost / temperature), of all together 1. */
export function probabilitiesOf(costs: readonly number[], temperature: number): number[] {
	const least = Math.min(...costs);
	const weights = costs.map((cost) => Math.exp((least - cost) / temperature));
	const sum = weights.reduce((total, weight) => total + weight, 0);
	return weights.map((weight) => weight / sum);
}

/**
 * How probable each digit is at each place of `digits`, by what the likely strings say there when they are laid beside
 * it: ten numbers a place. What is missing to 1 is that nothing stands there, or more than one digit.
 */
export function oddsAtPlaces(digits: string, likely: readonly LikelyString[]): Float32Array[] {
	const places = Array.from(digits, () => new Float32Array(10));
	for (const { digits: other, probability } of likely) {
		for (const [place, shown] of beside(digits, other).entries())
			if (shown !== null) places[place][Number(shown)] += probability;
	}
	return places;
}

/**
 * What another string has at each place of this one, as few edits apart as can be (Levenshtein 1966): null where it has
 * nothing, and where it has more beside it.
 */
function beside(digits: string, other: string): (string | null)[] {
	const wide = other.length + 1;
	const edits = new Int32Array((digits.length + 1) * wide);
	for (let i = 0; i <= digits.length; i++) {
		for (let k = 0; k <= other.length; k++) {
			if (i === 0 || k === 0) edits[i * wide + k] = i + k;
			else
				edits[i * wide + k] = Math.min(
					edits[(i - 1) * wide + k - 1] + Number(digits[i - 1] !== other[k - 1]),
					edits[(i - 1) * wide + k] + 1,
					edits[i * wide + k - 1] + 1,
				);
		}
	}
	const shown = new Array<string | null>(digits.length).fill(null);
	const crowded = new Set<number>();
	let [i, k] = [digits.length, other.length];
	while (i > 0 || k > 0) {
		const here = edits[i * wide + k];
		if (i > 0 && k > 0 && here === edits[(i - 1) * wide + k - 1] + Number(digits[i - 1] !== other[k - 1])) {
			shown[--i] = other[--k];
		} else if (i > 0 && here === edits[(i - 1) * wide + k] + 1) i--;
		else {
			k--;
			crowded.add(Math.max(0, i - 1));
		}
	}
	return shown.map((digit, place) => (crowded.has(place) ? null : digit));
}
