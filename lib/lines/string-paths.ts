import type { Candidate } from "./best-path.ts";

/** A candidate with what it costs to read it as each digit, and as none: left out, or as a sign. */
export interface StringCandidate extends Candidate {
	/** Ten numbers, lower is better. */
	readonly asDigit: readonly number[];
	readonly asNone: number;
}

/** A way through a row: which candidates, and which of them are read as digits. */
export interface StringPath {
	readonly cost: number;
	readonly steps: readonly { readonly candidate: number; readonly isDigit: boolean }[];
}

const inOrder = (candidates: readonly StringCandidate[]) =>
	candidates.map((_, i) => i).sort((a, b) => candidates[a].from - candidates[b].from);

/** So many digits of a candidate are followed, the cheapest. */
const DIGITS_FOLLOWED = 3;

/**
 * The strings of digits that a row of pieces reads as most cheaply, best first: as `bestPath`, but at every place the
 * cheapest `count` strings are followed.
 */
export function cheapestStrings(
	pieces: number,
	candidates: readonly StringCandidate[],
	count: number,
): string[] {
	const reached = Array.from({ length: pieces + 1 }, () => new Map<string, number>());
	reached[0].set("", 0);
	const cheapest = (place: Map<string, number>) => [...place].sort(([, a], [, b]) => a - b).slice(0, count);
	let known: [string, number][] = [];
	let at = -1;
	for (const i of inOrder(candidates)) {
		const { from, to, asDigit, asNone } = candidates[i];
		if (from !== at) {
			known = cheapest(reached[from]);
			at = from;
		}
		const ways = asDigit
			.map((cost, digit) => [String(digit), cost] as const)
			.sort(([, a], [, b]) => a - b)
			.slice(0, DIGITS_FOLLOWED);
		for (const [digits, cost] of known) {
			for (const [more, price] of [...ways, ["", asNone] as const]) {
				const least = reached[to].get(digits + more) ?? Number.POSITIVE_INFINITY;
				if (cost + price < least) reached[to].set(digits + more, cost + price);
			}
		}
	}
	return cheapest(reached[pieces]).map(([digits]) => digits);
}

/** The cheapest way to read a row of pieces as this string of digits; null where there is none. */
export function pathOfString(
	pieces: number,
	candidates: readonly StringCandidate[],
	digits: string,
): StringPath | null {
	const wide = digits.length + 1;
	const cheapest = new Float64Array((pieces + 1) * wide).fill(Number.POSITIVE_INFINITY);
	// By which candidate: 2 i where it is none, 2 i + 1 where it is the next digit.
	const arrivedBy = new Int32Array(cheapest.length).fill(-1);
	cheapest[0] = 0;
	const labels = Array.from(digits, Number);
	for (const i of inOrder(candidates)) {
		const { from, to, asDigit, asNone } = candidates[i];
		for (let read = 0; read < wide; read++) {
			const cost = cheapest[from * wide + read];
			if (cost === Number.POSITIVE_INFINITY) continue;
			const arrive = (place: number, total: number, by: number) => {
				if (total >= cheapest[place]) return;
				cheapest[place] = total;
				arrivedBy[place] = by;
			};
			arrive(to * wide + read, cost + asNone, 2 * i);
			if (read < digits.length) arrive(to * wide + read + 1, cost + asDigit[labels[read]], 2 * i + 1);
		}
	}
	const cost = cheapest[pieces * wide + digits.length];
	if (cost === Number.POSITIVE_INFINITY) return null;
	const steps: { candidate: number; isDigit: boolean }[] = [];
	let [piece, read] = [pieces, digits.length];
	while (piece > 0) {
		const by = arrivedBy[piece * wide + read];
		const isDigit = by % 2 === 1;
		steps.unshift({ candidate: by >> 1, isDigit });
		piece = candidates[by >> 1].from;
		read -= Number(isDigit);
	}
	return { cost, steps };
}

/** The cheapest way to read a row of pieces as so many digits, whichever they are; null where there is none. */
export function pathOfLength(
	pieces: number,
	candidates: readonly StringCandidate[],
	length: number,
): StringPath | null {
	const cheapest = candidates.map(({ from, to, asDigit, asNone }) => {
		const least = Math.min(...asDigit);
		return { from, to, asDigit: new Array<number>(10).fill(least), asNone };
	});
	return pathOfString(pieces, cheapest, "0".repeat(length));
}
