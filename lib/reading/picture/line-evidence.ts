import type { BlobCandidate, Piece, PieceLine } from "../../image/candidates.ts";
import type { Verdict } from "../../models/verdict.ts";

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

/** What is further from its ink than this share of the digits' height does not show a character: paper says nothing. */
const REACH = 0.2;

/** Neighbours that reach further into a candidate than this share of its width are no neighbours: rules, underlines. */
const MOST_OVERLAP = 0.25;

/** From where to where a candidate's frames go: to the middle of the gap to its neighbours, or of the overlap. */
function extentOf({ pieces, scale }: PieceLine, { from, to }: BlobCandidate): [left: number, right: number] {
	const boxes = pieces.slice(from, to).map(({ box }) => box);
	const left = Math.min(...boxes.map(({ x }) => x));
	const right = Math.max(...boxes.map(({ x, width }) => x + width));
	const reach = REACH * scale.height;
	const inside = MOST_OVERLAP * (right - left);
	const before = from > 0 ? middleBetween(pieces[from - 1], pieces[from]) : left - reach;
	const after = to < pieces.length ? middleBetween(pieces[to - 1], pieces[to]) : right + reach;
	return [
		before > left + inside ? left : Math.max(left - reach, before),
		after < right - inside ? right : Math.min(right + reach, after),
	];
}

const middleBetween = (a: Piece, b: Piece) => (a.box.x + a.box.width + b.box.x) / 2;

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
export function poolWithLine<Candidate extends BlobCandidate & { readonly verdict: Verdict }>(
	evidence: LineEvidence | null,
	line: PieceLine,
	candidates: readonly Candidate[],
): readonly Candidate[] {
	if (!evidence) return candidates;
	return candidates.map((candidate) => {
		const digits = digitsBetween(evidence, ...extentOf(line, candidate));
		return { ...candidate, verdict: pool(candidate.verdict, digits) };
	});
}
