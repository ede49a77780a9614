import type { BlobCandidate, PieceLine } from "./image/candidates.ts";
import type { Verdict } from "./models/verdict.ts";

/** Classes of the line model: the digits, another character, nothing. */
const CLASSES = 12;
const NOTHING = 11;

/** What the line model says of a line. */
export interface LineEvidence {
	/** x of every frame on the upright line, from left to right. */
	readonly frames: Float32Array;
	/** frames x 12 probabilities: digits 0..9, another character, nothing. */
	readonly probabilities: Float32Array;
}

/**
 * How probable it is that the frames from `left` to `right` show exactly one character, by digit: the sum over all
 * ways in which neighbouring frames show that digit and the others nothing (Graves et al. 2006, "Connectionist
 * temporal classification", for a label of length one). What is missing to 1 is no digit, or several.
 */
export function digitsBetween(
	{ frames, probabilities }: LineEvidence,
	left: number,
	right: number,
): Float64Array {
	let from = frames.findIndex((x) => x >= left);
	if (from < 0) from = frames.length - 1;
	let to = from;
	while (to < frames.length && frames[to] < right) to++;
	to = Math.max(to, from + 1);
	return Float64Array.from({ length: 10 }, (_, digit) => {
		let [before, during, after] = [1, 0, 0];
		for (let frame = from; frame < to; frame++) {
			const nothing = probabilities[frame * CLASSES + NOTHING];
			const shown = probabilities[frame * CLASSES + digit];
			after = (after + during) * nothing;
			during = (during + before) * shown;
			before *= nothing;
		}
		return during + after;
	});
}

/** Where one piece of a line ends and the next begins: x of the n + 1 borders of n pieces. */
function bordersOf({ pieces }: PieceLine): Float64Array {
	return Float64Array.from({ length: pieces.length + 1 }, (_, i) => {
		if (i === 0) return Number.NEGATIVE_INFINITY;
		if (i === pieces.length) return Number.POSITIVE_INFINITY;
		const { box: before } = pieces[i - 1];
		return (before.x + before.width + pieces[i].box.x) / 2;
	});
}

/** Added to every probability, so that neither model can rule a digit out alone. */
const LEAST = 0.003;

const none = (digits: ArrayLike<number>) =>
	Math.max(0, 1 - Array.from(digits).reduce((sum, p) => sum + p, 0));

const mean = (a: number, b: number) => Math.sqrt((a + LEAST) * (b + LEAST));

/**
 * The glyph model's verdict and what the line model sees in the same place as one: the geometric mean of their
 * probabilities (a logarithmic opinion pool: Genest & Zidek 1986, "Combining probability distributions"). A refusal
 * falls where it is then more probable that there is a digit than that there is none.
 */
export function pool(verdict: Verdict, digits: Float64Array): Verdict {
	const pooled = verdict.probabilities.map((p, digit) => mean(p, digits[digit]));
	const total = pooled.reduce((sum, p) => sum + p, 0) + mean(none(verdict.probabilities), none(digits));
	const probabilities = pooled.map((p) => p / total);
	const { refusal } = verdict;
	return { probabilities, ...(refusal && none(probabilities) > 0.5 && { refusal }) };
}

/** The candidates of a line with both models' opinion of each. */
export function inLightOf<Candidate extends BlobCandidate & { readonly verdict: Verdict }>(
	evidence: LineEvidence | null,
	line: PieceLine,
	candidates: readonly Candidate[],
): readonly Candidate[] {
	if (!evidence) return candidates;
	const borders = bordersOf(line);
	return candidates.map((candidate) => {
		const digits = digitsBetween(evidence, borders[candidate.from], borders[candidate.to]);
		return { ...candidate, verdict: pool(candidate.verdict, digits) };
	});
}
