import { type Box, centreX, commonWidth } from "../geometry.ts";
import type { Candidate } from "../lines/best-path.ts";
import { textLines } from "../lines/text-lines.ts";
import { strokeDistance } from "./distance.ts";
import { inkBounds, type Stroke } from "./stroke.ts";

/** The most strokes that one digit is written with: a 5 or a crossed 7 in pieces, a 4 in three. */
const MOST_STROKES = 4;

/**
 * So many candidates are looked at: a thousand strokes are seen in every way, and of three thousand the reading takes
 * seconds, not minutes.
 */
const MOST_CANDIDATES = 4000;

/** A way to see some neighbouring strokes of a line as one character. */
export interface InkCandidate extends Candidate {
	readonly strokes: readonly Stroke[];
	/** What the layout says against it, in nats, >= 0: gaps inside, overlap with its neighbours. */
	readonly cost: number;
	/** Its strokes lie over one another, further apart than those of a digit: a sign is written so. */
	readonly isLoose?: true;
}

/** A line of writing: its strokes from left to right are the pieces, the candidates cover them. */
export interface InkLine {
	readonly pieces: number;
	readonly candidates: readonly InkCandidate[];
}

/**
 * Every plausible grouping of strokes into characters, line by line. Strokes far apart are never one
 * character; strokes that lie over each other may be two, at a price. Which grouping holds is for the
 * classifier to say.
 *
 * @param stacks groups of strokes, by index, that stand in one line whatever their heights
 */
export function groupStrokes(strokes: readonly Stroke[], stacks: readonly (readonly number[])[]): InkLine[] {
	const boxes = strokes.map((stroke) => inkBounds([stroke]));
	const stackBoxes = stacks.map((stack) => inkBounds(stack.map((i) => strokes[i])));
	return textLines(stackBoxes.map(notFlat), usualHeight(stackBoxes)).map((line) => {
		const members = [...line]
			.sort((a, b) => centreX(stackBoxes[a]) - centreX(stackBoxes[b]))
			.flatMap((k) => [...stacks[k]].sort((a, b) => centreX(boxes[a]) - centreX(boxes[b])));
		return bounded(
			candidatesOf(
				members.map((i) => strokes[i]),
				members.map((i) => boxes[i]),
			),
			strokes.length,
		);
	});
}

/**
 * A line of ink that has so many strokes in all, without the candidates that would take too long: every stroke is seen
 * alone, and what the layout speaks for most is seen together.
 */
function bounded({ pieces, candidates }: InkLine, strokes: number): InkLine {
	const most = Math.floor((MOST_CANDIDATES * pieces) / strokes);
	if (candidates.length <= most) return { pieces, candidates };
	const joined = candidates.filter(({ from, to }) => to - from > 1).sort((a, b) => a.cost - b.cost);
	const leftOut = new Set(joined.slice(Math.max(0, most - pieces)));
	return { pieces, candidates: candidates.filter((candidate) => !leftOut.has(candidate)) };
}

/** Even a dash on its own makes a line: at least half as high as wide, around the same middle. */
function notFlat({ x, y, width, height }: Box): Box {
	const higher = Math.max(height, 0.5 * width);
	return { x, y: y - (higher - height) / 2, width, height: higher };
}

/** The height that most of the writing has: the upper quartile, since dots and dashes are low. */
export function usualHeight(boxes: readonly Box[]): number {
	const heights = boxes.map((box) => notFlat(box).height).sort((a, b) => a - b);
	return heights[Math.floor(0.75 * (heights.length - 1))] ?? 0;
}

function candidatesOf(strokes: readonly Stroke[], boxes: readonly Box[]): InkLine {
	const height = Math.max(...boxes.map((box) => box.height), 1e-9);
	const candidates: InkCandidate[] = [];
	for (let from = 0; from < strokes.length; from++) {
		let apart = 0;
		for (let to = from + 1; to <= Math.min(strokes.length, from + MOST_STROKES); to++) {
			const some = strokes.slice(from, to);
			if (to - from > 1) apart += distanceToOthers(some) / height;
			const width = inkBounds(some).width / height;
			const isLoose = apart > FORBIDDEN_DISTANCE;
			if (isLoose && !(width <= WIDEST_SIGN && overlapWithNext(boxes, from, to - 1) > 0)) break;
			candidates.push({
				from,
				to,
				strokes: some,
				cost:
					DISTANCE_COST * apart +
					JOIN_COST * (to - from - 1) +
					(to - from > 1 ? WIDTH_COST * Math.max(0, width - USUAL_WIDTH) : 0) +
					PARTING_COST * overlapWithNext(boxes, from, to),
				...(isLoose && { isLoose }),
			});
		}
	}
	return { pieces: strokes.length, candidates };
}

/** Nats for strokes of a character that lie as far apart as the line is high. */
const DISTANCE_COST = 20;
/** Strokes of one character are never further apart than this share of the line's height. */
const FORBIDDEN_DISTANCE = 0.25;
/** No sign is wider than this many heights of the line. */
const WIDEST_SIGN = 1.3;
/** Nats for every further stroke of a character: a lone stroke is the simpler story. */
const JOIN_COST = 1;
/** A character of several strokes is seldom wider than this share of the line's height. */
const USUAL_WIDTH = 0.8;
/** Nats for a character of several strokes that is wider by the line's height. */
const WIDTH_COST = 10;
/** Nats for parting two strokes of which one lies wholly over or under the other. */
const PARTING_COST = 8;

/** How far the last stroke is from the nearest of the others. */
function distanceToOthers(strokes: readonly Stroke[]): number {
	const last = strokes[strokes.length - 1];
	return Math.min(...strokes.slice(0, -1).map((stroke) => strokeDistance(stroke, last)));
}

/** How much of the narrower of two neighbours, the last inside and the next one, lies over the other: 0..1. */
function overlapWithNext(boxes: readonly Box[], from: number, to: number): number {
	if (to >= boxes.length) return 0;
	let most = 0;
	for (let i = from; i < to; i++) most = Math.max(most, horizontalOverlap(boxes[i], boxes[to]));
	return most;
}

function horizontalOverlap(a: Box, b: Box): number {
	const common = commonWidth(a, b);
	const narrower = Math.min(a.width, b.width);
	// An upright stroke has no width: what counts then is whether it stands inside the other.
	const pen = 0.1 * Math.max(a.width, b.width, 1e-9);
	return Math.min(1, Math.max(0, (common + pen) / (narrower + pen)));
}
