import type { BlobCandidate, Piece, PieceLine } from "../../image/candidates.ts";
import { isCuttable } from "../../image/cut.ts";
import type { Candidate } from "../../lines/best-path.ts";
import { bestLabels, LINE_CLASSES, NOTHING, OTHER } from "../../models/line-strip.ts";
import type { Verdict } from "../../models/verdict.ts";

/** What the line model says of a line. */
export interface LineEvidence {
	/** x of every frame on the upright line, from left to right. */
	readonly frames: Float32Array;
	/** For every frame a probability of each of the `LINE_CLASSES`. */
	readonly probabilities: Float32Array;
}

/**
 * How probable it is that the frames from `left` to `right` show exactly one character, by digit: the sum over all
 * ways in which neighbouring frames show that digit and the others nothing (Graves et al. 2006, "Connectionist
 * temporal classification", for a label of length one). What is missing to 1 is no digit, or several.
 */
export function digitsBetween(evidence: LineEvidence, left: number, right: number): Float64Array {
	const rows = framesBetween(evidence, left, right);
	return Float64Array.from({ length: 10 }, (_, digit) => {
		let [before, during, after] = [1, 0, 0];
		for (let at = 0; at < rows.length; at += LINE_CLASSES) {
			const nothing = rows[at + NOTHING];
			const shown = rows[at + digit];
			after = (after + during) * nothing;
			during = (during + before) * shown;
			before *= nothing;
		}
		return during + after;
	});
}

/** The probabilities of the frames from `left` to `right`, at least of one. */
function framesBetween({ frames, probabilities }: LineEvidence, left: number, right: number): Float32Array {
	let from = frames.findIndex((x) => x >= left);
	if (from < 0) from = frames.length - 1;
	let to = from;
	while (to < frames.length && frames[to] < right) to++;
	return probabilities.subarray(from * LINE_CLASSES, Math.max(to, from + 1) * LINE_CLASSES);
}

/**
 * Whether the frames from `left` to `right` show two digits or more and nothing else, and there are others beside
 * them: a letter that stands alone may look like several digits too.
 */
export function showsSeveral(evidence: LineEvidence, left: number, right: number): boolean {
	const inside = bestLabels(framesBetween(evidence, left, right));
	const all = bestLabels(evidence.probabilities);
	return inside.length > 1 && all.length > inside.length && !all.includes(OTHER);
}

/** So many nats at most speak against leaving out what the line model sees a character in. */
const MOST_OMISSION = 2;

/** What speaks against leaving out the ink from `left` to `right`, in nats: that something is shown there. */
function omissionCost(evidence: LineEvidence, left: number, right: number): number {
	const rows = framesBetween(evidence, left, right);
	let nothing = 1;
	for (let at = 0; at < rows.length; at += LINE_CLASSES) nothing *= rows[at + NOTHING] + rows[at + OTHER];
	return Math.min(MOST_OMISSION, -Math.log(nothing));
}

/** What is further from its ink than this share of the digits' height does not show a character: paper says nothing. */
const REACH = 0.2;

/** Neighbours that reach further into a candidate than this share of its width are no neighbours: rules, underlines. */
const MOST_OVERLAP = 0.25;

/** From where to where a candidate's frames go: to the middle of the gap to its neighbours, or of the overlap. */
function extentOf({ pieces, scale }: PieceLine, { from, to }: Candidate): [left: number, right: number] {
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

/** How much the line model's opinion of a place counts; 0.35 to 0.45 reads the tuning part of orand-car-a best. */
const LINE_WEIGHT = 0.4;

const mean = (glyph: number, line: number) =>
	(glyph + LEAST) ** (1 - LINE_WEIGHT) * (line + LEAST) ** LINE_WEIGHT;

/**
 * The glyph model's verdict and what the line model sees in the same place as one: the weighted geometric mean of
 * their probabilities (a logarithmic opinion pool: Genest & Zidek 1986, "Combining probability distributions"). A refusal
 * falls where it is then more probable that there is a digit than that there is none; a sign keeps its share of what is none.
 */
export function pool(verdict: Verdict, digits: Float64Array): Verdict {
	const pooled = verdict.probabilities.map((p, digit) => mean(p, digits[digit]));
	const total = pooled.reduce((sum, p) => sum + p, 0) + mean(none(verdict.probabilities), none(digits));
	const probabilities = pooled.map((p) => p / total);
	const { refusal, sign } = verdict;
	const remaining = none(probabilities);
	const signProbability =
		sign && Math.min(1, (sign.probability * remaining) / Math.max(none(verdict.probabilities), LEAST));
	return {
		probabilities,
		...(refusal && remaining > 0.5 && { refusal }),
		...(sign && { sign: { ...sign, probability: signProbability! } }),
	};
}

/**
 * The connected blobs of a line, by number, that were not taken apart, though the line model sees several digits in
 * them: two that touch may look like a third one.
 */
export function joinedBlobs(evidence: LineEvidence | null, line: PieceLine): number[] {
	if (!evidence) return [];
	return line.pieces.flatMap(({ of }, from) => {
		if (line.partsOf[of] > 1 || !isCuttable(line.pieces[from], line.scale)) return [];
		return showsSeveral(evidence, ...extentOf(line, { from, to: from + 1 })) ? [of] : [];
	});
}

/** The candidates of a line with both models' opinion of each. */
export function poolWithLine<Candidate extends BlobCandidate & { readonly verdict: Verdict }>(
	evidence: LineEvidence | null,
	line: PieceLine,
	candidates: readonly Candidate[],
): readonly Candidate[] {
	if (!evidence) return candidates;
	return candidates.map((candidate) => {
		const extent = extentOf(line, candidate);
		const verdict = pool(candidate.verdict, digitsBetween(evidence, ...extent));
		// What is several digits is none to the glyph model, but no letter that must stay whole.
		const isSeveral = verdict.refusal === "not-a-digit" && showsSeveral(evidence, ...extent);
		return {
			...candidate,
			verdict: isSeveral ? { ...verdict, refusal: "several-digits" } : verdict,
			omission: omissionCost(evidence, ...extent),
		};
	});
}
