import { cellOf, type PieceLine } from "../../image/candidates.ts";
import type { Scale } from "../../image/cut.ts";
import { bestPath } from "../../lines/best-path.ts";
import { wordsOf } from "../../lines/clusters.ts";
import { lineMiddle, type Weighted } from "../../lines/line-middle.ts";
import type { Sign } from "../../models/signs.ts";
import { costOfCandidate, DIGIT_COST, dismemberingCosts } from "./candidate-cost.ts";
import type { ClassifiedCandidate } from "./classify-blobs.ts";
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

/** The characters that explain a line best, from left to right. */
export function chooseCharacters(line: PieceLine, candidates: readonly ClassifiedCandidate[]): Character[] {
	const chosen = withCheapestPath(line, candidates);
	const misplaced = new Set(
		chosen.flatMap(({ blob, verdict: { sign } }, i) => {
			const next = chosen[i + 1];
			return next && !next.verdict.refusal && LAST_SIGNS.includes(sign?.is) ? [blob] : [];
		}),
	);
	if (misplaced.size === 0) return chosen;
	const withoutSigns = candidates.map((candidate) => {
		const { sign: _, ...verdict } = candidate.verdict;
		return misplaced.has(candidate.blob) ? { ...candidate, verdict } : candidate;
	});
	return withCheapestPath(line, withoutSigns);
}

/** Nats against every further digit in a box for one. */
const CROWDED_COST = 4;

function withCheapestPath(line: PieceLine, candidates: readonly ClassifiedCandidate[]): Character[] {
	const { pieces, scale, walls } = line;
	const middleAt = middleOf(candidates, scale);
	const judged = candidates.map((candidate) => {
		const { x, y, width, height } = candidate.blob.box;
		const offset = (y + height / 2 - middleAt(x + width / 2)) / scale.height;
		return costOfCandidate(candidate, candidate.verdict, scale, offset);
	});
	const dismembering = dismemberingCosts(candidates);
	const costs = judged.map(({ cost }, i) => cost + dismembering[i]);
	const freely = bestPath(pieces.length, candidates, costs);
	const crowded = crowdedBoxes(
		line,
		freely.filter((i) => judged[i].isDigit).map((i) => candidates[i]),
	);
	const inBoxes = costs.map((cost, i) =>
		judged[i].isDigit && crowded.has(cellOf(line, candidates[i].blob)) ? cost + CROWDED_COST : cost,
	);
	const path = crowded.size === 0 ? freely : bestPath(pieces.length, candidates, inBoxes);
	const clusters = wordsOf(
		path.map((i) => candidates[i].blob.box),
		scale.height,
		walls.at,
	);
	const settled = lineVerdicts(
		clusters.map((cluster) => cluster.map((k) => judged[path[k]])),
		walls,
	);
	return withoutSlashes(path.map((i, k) => ({ ...candidates[i], verdict: settled[k], pathCost: costs[i] })));
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
