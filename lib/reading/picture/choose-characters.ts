import { cellOf, type PieceLine } from "../../image/candidates.ts";
import type { Scale } from "../../image/cut.ts";
import { bestPath } from "../../lines/best-path.ts";
import { wordsOf } from "../../lines/clusters.ts";
import { lineMiddle, type Weighted } from "../../lines/line-middle.ts";
import { pathOfLength } from "../../lines/string-paths.ts";
import { bestLabels, OTHER } from "../../models/line-strip.ts";
import type { Sign } from "../../models/signs.ts";
import type { Verdict } from "../../models/verdict.ts";
import { type CandidateCost, costOfCandidate, DIGIT_COST, dismemberingCosts } from "./candidate-cost.ts";
import { type ChosenString, chooseString } from "./choose-string.ts";
import type { ClassifiedCandidate } from "./classify-blobs.ts";
import { besideLeftOut } from "./left-out.ts";
import { lineVerdicts } from "./line-verdicts.ts";
import { withoutSlashes } from "./slashes.ts";

/** A candidate that was chosen: its verdict is in the light of the whole line. */
export interface Character extends ClassifiedCandidate {
	/** What it costs in the best path, in nats. */
	readonly pathCost: number;
}

/** What is lower than this share of the digits' height does not tell where the line is. */
const TALL = 0.6;

/** What looks like a digit tells more of where the line is than what does not. */
export function boxAndWeight({ blob, verdict }: ClassifiedCandidate): Weighted {
	return { box: blob.box, weight: 0.01 + verdict.probabilities.reduce((sum, p) => sum + p, 0) };
}

/** Where the middle of the digits is, for every x of the page. */
export function middleOf(candidates: readonly ClassifiedCandidate[], scale: Scale): (x: number) => number {
	const tall = candidates.filter(({ blob }) => blob.box.height >= TALL * scale.height);
	return lineMiddle((tall.length > 0 ? tall : candidates).map(boxAndWeight));
}

/** Signs that end a number: no digit follows them. */
const LAST_SIGNS: readonly (Sign | undefined)[] = ["%", ")"];
/** Signs between numbers: one that nothing follows is a crossed 7 rather. */
const JOINING_SIGNS: readonly (Sign | undefined)[] = ["+", "×", "÷"];

/**
 * The characters that explain a line best, from left to right.
 *
 * @param frames what the line model sees, rows of `LINE_CLASSES` probabilities, where whole strings are to be compared
 * @param expected how many digits the person expects
 */
export function chooseCharacters(
	line: PieceLine,
	candidates: readonly ClassifiedCandidate[],
	frames?: Float32Array,
	expected?: number,
): Character[] {
	const chosen = withCheapestPath(line, candidates, frames, expected);
	const misplaced = new Set(
		chosen.flatMap(({ blob, verdict: { sign } }, i) => {
			const next = chosen[i + 1];
			const isInside = next && !next.verdict.refusal && LAST_SIGNS.includes(sign?.is);
			const isLoose =
				JOINING_SIGNS.includes(sign?.is) && chosen.slice(i + 1).every(({ verdict }) => verdict.refusal);
			return isInside || isLoose ? [blob] : [];
		}),
	);
	if (misplaced.size === 0) return chosen;
	const withoutSigns = candidates.map((candidate) => {
		const { sign: _, ...verdict } = candidate.verdict;
		return misplaced.has(candidate.blob) ? { ...candidate, verdict } : candidate;
	});
	return withCheapestPath(line, withoutSigns, frames, expected);
}

/** A digit that is so probable in the string that both readers chose is no slash, though it looks like one. */
const SURE = 0.9;

/** A candidate with what it costs. */
type Judged = ClassifiedCandidate & CandidateCost;

/**
 * A step of a line's path: which candidate, what it is taken for, and where a string says so, how probable each digit
 * is.
 */
interface Step extends Pick<CandidateCost, "cost" | "isDigit" | "isSign" | "isSmall" | "verdict"> {
	readonly candidate: number;
	readonly odds?: Float32Array;
}

/** Candidates as a string has them: its digits are as probable as the string, and as surely digits as the candidates. */
function stepsOf({ steps, odds }: ChosenString, judged: readonly Judged[]): Step[] {
	let place = 0;
	return steps.map(({ candidate, isDigit }): Step => {
		const one = judged[candidate];
		if (!isDigit) return { ...one, candidate, cost: one.asNone, isDigit: false, isSign: one.isSignIfNone };
		const own = odds[place++];
		const digit = own.indexOf(Math.max(...own));
		const share = 1 - noDigit(one.verdict);
		const verdict = { ...one.verdict, probabilities: own.map((p) => p * share) };
		return { ...one, candidate, cost: one.asDigit[digit], isDigit: true, isSign: false, verdict, odds: own };
	});
}

/** A step that stands apart: that strings doubt what they have beside its digit says nothing against its ink. */
function apart(step: Step): Step {
	if (!step.odds) return step;
	const known = step.odds.reduce((sum, p) => sum + p, 0);
	return {
		...step,
		verdict: { ...step.verdict, probabilities: step.verdict.probabilities.map((p) => p / known) },
	};
}

const noDigit = ({ probabilities }: Verdict) => Math.max(0, 1 - probabilities.reduce((sum, p) => sum + p, 0));

/**
 * So many digits that the line model shows, and no other character, are a number, whatever they look like one by one;
 * and whatever one of them is.
 */
const LEAST_NUMBER = 3;

function showsNumber(frames: Float32Array, steps: readonly Step[]): boolean {
	const digits = steps.flatMap(({ odds }) => (odds ? [odds.indexOf(Math.max(...odds))] : []));
	const shown = bestLabels(frames);
	if (digits.length < LEAST_NUMBER || shown.length !== digits.length || shown.includes(OTHER)) return false;
	return digits.filter((digit, i) => digit !== shown[i]).length <= 1;
}

/** Nats against every further digit in a box for one. */
const CROWDED_COST = 4;

function withCheapestPath(
	line: PieceLine,
	candidates: readonly ClassifiedCandidate[],
	frames?: Float32Array,
	expected?: number,
): Character[] {
	const { pieces, scale, walls } = line;
	const middleAt = middleOf(candidates, scale);
	const dismembering = dismemberingCosts(candidates);
	const judged = candidates.map((candidate, i): Judged => {
		const { x, y, width, height } = candidate.blob.box;
		const offset = (y + height / 2 - middleAt(x + width / 2)) / scale.height;
		return { ...candidate, ...costOfCandidate(candidate, candidate.verdict, scale, offset, dismembering[i]) };
	});
	// In the boxes of a comb digits stand one by one: a string tells nothing that the boxes do not.
	const string = frames && !walls.isComb && chooseString(pieces.length, judged, frames);
	const freely = settled(
		line,
		judged,
		string
			? stepsOf(string, judged)
			: cheapestPath(line, judged).map((candidate): Step => ({ ...judged[candidate], candidate })),
		frames,
	);
	const count = countOf(freely);
	if (expected === undefined || count === expected || count === 0 || walls.at.length > 0) return freely;
	const asExpected = stepsOfLength(line, judged, expected, frames);
	const counted = asExpected && settled(line, judged, asExpected, frames);
	return counted && countOf(counted) === expected ? counted : freely;
}

const countOf = (characters: readonly Character[]) =>
	characters.filter(({ verdict: { refusal } }) => !refusal).length;

/**
 * So many nats more than the cheapest reading may one cost that has as many digits as are expected: less than a digit
 * that is left out.
 */
const MOST_FOR_LENGTH = 9;

/** The likeliest way through a line with so many digits; null where it is far from likely. */
function stepsOfLength(
	{ pieces }: PieceLine,
	judged: readonly Judged[],
	length: number,
	frames?: Float32Array,
): Step[] | null {
	const string = frames && chooseString(pieces.length, judged, frames, length);
	if (string) return stepsOf(string, judged);
	const path = pathOfLength(pieces.length, judged, length);
	if (!path) return null;
	const least = bestPath(
		pieces.length,
		judged,
		judged.map(({ cost }) => cost),
	).reduce((sum, i) => sum + judged[i].cost, 0);
	if (path.cost > least + MOST_FOR_LENGTH) return null;
	return path.steps.map(({ candidate, isDigit }): Step => {
		const one = judged[candidate];
		return isDigit
			? { ...one, candidate, isDigit, isSign: false, cost: Math.min(...one.asDigit) }
			: { ...one, candidate, isDigit, isSign: one.isSignIfNone, cost: one.asNone };
	});
}

/** The characters of a path, their verdicts in the light of each other. */
function settled(
	{ scale, walls }: PieceLine,
	candidates: readonly Judged[],
	steps: readonly Step[],
	frames?: Float32Array,
): Character[] {
	const clusters = wordsOf(
		steps.map(({ candidate }) => candidates[candidate].blob.box),
		scale.height,
		walls.at,
	);
	const verdicts = lineVerdicts(
		clusters.map((cluster) =>
			cluster.map((k) => ({
				...(cluster.length === 1 && clusters.length > 1 ? apart(steps[k]) : steps[k]),
				height: candidates[steps[k].candidate].blob.box.height,
			})),
		),
		walls,
	);
	const isNumber = frames !== undefined && showsNumber(frames, steps);
	const characters = steps.map(({ candidate, cost, odds, verdict }, k) => {
		const read: Verdict = isNumber && odds ? { probabilities: verdict.probabilities } : verdicts[k];
		return {
			...candidates[candidate],
			// A digit is as probable as the strings that have it: that its ink is no digit, other strings say.
			verdict: odds && !read.refusal ? { ...read, probabilities: odds } : read,
			pathCost: cost,
		};
	});
	// Slashes are among what the line model knows as no digit.
	const isSurelyDigit = ({ verdict }: Character, k: number) =>
		steps[k].odds && Math.max(...verdict.probabilities) >= SURE;
	const read = withoutSlashes(characters).map((one, k) =>
		isSurelyDigit(characters[k], k) ? characters[k] : one,
	);
	for (const cluster of clusters) {
		const word = cluster.map((k) => ({
			verdict: read[k].verdict,
			height: read[k].blob.box.height,
			shown: steps[k].odds?.reduce((sum, p) => sum + p, 0) ?? 0,
		}));
		for (const [i, verdict] of besideLeftOut(word, scale.height).entries())
			read[cluster[i]] = { ...read[cluster[i]], verdict };
	}
	return read;
}

/** The candidates that cost least together; where boxes for one digit hold several, with fewer of them in those. */
function cheapestPath(line: PieceLine, judged: readonly Judged[]): number[] {
	const costs = judged.map(({ cost }) => cost);
	const freely = bestPath(line.pieces.length, judged, costs);
	const crowded = crowdedBoxes(
		line,
		freely.filter((i) => judged[i].isDigit).map((i) => judged[i]),
	);
	if (crowded.size === 0) return freely;
	const inBoxes = judged.map(({ cost, isDigit, blob }) =>
		isDigit && crowded.has(cellOf(line, blob)) ? cost + CROWDED_COST : cost,
	);
	return bestPath(line.pieces.length, judged, inBoxes);
}

/** The boxes of a comb, by number, in which more than one of these digits stands. */
function crowdedBoxes(line: PieceLine, digits: readonly ClassifiedCandidate[]): Set<number> {
	if (!line.walls.isComb) return new Set();
	const boxes = Map.groupBy(digits, ({ blob }) => cellOf(line, blob));
	return new Set([...boxes].filter(([, { length }]) => length > 1).map(([box]) => box));
}

/** Nats more than sure digits cost, from which on another look pays. */
const DOUBT = 1;

/** The connected blobs, by number in the line, that are cut into characters of which some are doubtful. */
export function doubtfulBlobs(characters: readonly Character[]): Set<number> {
	const excess = new Map<number, number>();
	for (const { cutsThrough, pathCost } of characters) {
		for (const blob of cutsThrough) excess.set(blob, (excess.get(blob) ?? 0) + pathCost - DIGIT_COST);
	}
	return new Set([...excess].filter(([, nats]) => nats > DOUBT).map(([blob]) => blob));
}
