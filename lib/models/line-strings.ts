import { LINE_CLASSES, NOTHING, OTHER } from "./line-strip.ts";

/** Added to every probability of a frame, so that no single frame rules a string out. */
const LEAST = 1e-5;

/** What shows no digit: paper, and characters that are none. */
const noDigit = (rows: Float32Array, at: number) => rows[at + NOTHING] + rows[at + OTHER];

/**
 * How improbable it is that a line shows this string of digits, in nats: the sum over all alignments (Graves et al.
 * 2006, the forward variables of connectionist temporal classification).
 *
 * @param frames rows of `LINE_CLASSES` probabilities
 */
export function stringCost(frames: Float32Array, digits: string): number {
	// State 2 k + 1 shows digit k, the even ones show none.
	const states = 2 * digits.length + 1;
	const labels = Array.from(digits, Number);
	let before = new Float64Array(states);
	let logarithm = 0;
	for (let at = 0; at < frames.length; at += LINE_CLASSES) {
		const now = new Float64Array(states);
		let sum = 0;
		for (let s = 0; s < states; s++) {
			let arrived = at === 0 ? Number(s < 2) : before[s];
			if (at > 0 && s > 0) arrived += before[s - 1];
			if (at > 0 && s % 2 === 1 && s > 1 && labels[s >> 1] !== labels[(s >> 1) - 1]) arrived += before[s - 2];
			now[s] = arrived * ((s % 2 === 1 ? frames[at + labels[s >> 1]] : noDigit(frames, at)) + LEAST);
			sum += now[s];
		}
		logarithm += Math.log(sum);
		before = now.map((value) => value / sum);
	}
	return (
		-Math.log(before[states - 1] + (states > 1 ? before[states - 2] : 0) || Number.MIN_VALUE) - logarithm
	);
}

/** Digits less probable than this in a frame begin no string there. */
const LEAST_SHOWN = 1e-4;

/** Probabilities of a prefix whose last frame shows nothing, and whose last frame shows its last digit. */
type Prefix = [ended: number, shown: number];

const worth = ([ended, shown]: Prefix) => ended + shown;

/**
 * The strings of digits that a line shows most probably, best first: prefix beam search (Graves & Jaitly 2014,
 * "Towards end-to-end speech recognition with recurrent neural networks").
 *
 * @param frames rows of `LINE_CLASSES` probabilities
 */
export function likelyStrings(frames: Float32Array, count: number): string[] {
	let beam = new Map<string, Prefix>([["", [1, 0]]]);
	for (let at = 0; at < frames.length; at += LINE_CLASSES) {
		const next = new Map<string, Prefix>();
		const add = (digits: string, ended: number, shown: number) => {
			const known = next.get(digits);
			if (!known) next.set(digits, [ended, shown]);
			else {
				known[0] += ended;
				known[1] += shown;
			}
		};
		const nothing = noDigit(frames, at) + LEAST;
		for (const [digits, [ended, shown]] of beam) {
			add(digits, (ended + shown) * nothing, 0);
			const last = digits.at(-1);
			for (let digit = 0; digit < 10; digit++) {
				const probability = frames[at + digit];
				if (probability < LEAST_SHOWN) continue;
				const isRepeated = last === String(digit);
				if (isRepeated) add(digits, 0, shown * probability);
				add(digits + digit, 0, (isRepeated ? ended : ended + shown) * probability);
			}
		}
		const best = [...next].sort(([, a], [, b]) => worth(b) - worth(a)).slice(0, 2 * count);
		const scale = worth(best[0][1]);
		beam = new Map(best.map(([digits, [ended, shown]]) => [digits, [ended / scale, shown / scale]]));
	}
	return [...beam.keys()].slice(0, count);
}
