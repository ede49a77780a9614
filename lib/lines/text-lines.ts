import { type Box, bottom, centreX, centreY, commonHeight, right } from "../geometry.ts";

/** Boxes lower than this share of the digits' height do not make lines, they follow them: dots, dashes. */
const LOW = 0.45;
/** How steeply a line may climb or fall, as a slope. */
const CLIMB = 0.3;
/** How far neighbours' middles lie apart beyond the climb, as a share of the smaller one's height. */
const OFFSET = 0.5;
/** Neighbours further apart than this many heights are not linked; they may still be on a level. */
const FAR = 3;
/** Chains that far apart are one line when their middles differ by less than this share of the height. */
const LEVEL = 0.4;

/** How much speaks for level lines before anything is seen: squared heights along the lines. */
const LEVEL_PRIOR = 1;

/**
 * Groups boxes into lines of writing: indices, lines from the top. Every tall box is linked to its nearest
 * neighbour to the right on about the same level, so that a line may climb; chains far apart but on one level, as
 * the writing climbs, are one line; low boxes follow the tall box nearest to them.
 *
 * @param height of a digit, in the unit of the boxes
 */
export function textLines(upright: readonly Box[], height: number): number[][] {
	const tall = upright
		.map((_, i) => i)
		.filter((i) => isTall(upright[i], height) && !upright.some((other) => hangsOn(upright[i], other)));
	const linked = chain(upright, tall, height);
	const isScattered = tall.length >= LEAST_SCATTERED && linked.length > SCATTERED * tall.length;
	const slope = isScattered ? slopeAmong(tall, upright, height) : slopeOf(linked, upright, height);
	const boxes = levelled(upright, slope);
	const lines = onOneLevel(chain(boxes, tall, height), boxes, height);
	const lineOf = new Map(lines.flatMap((line, i) => line.map((box) => [box, i] as const)));
	for (let i = 0; i < boxes.length; i++) {
		if (lineOf.has(i) || tall.length === 0) continue;
		const nearest = tall.reduce((a, b) =>
			distance(boxes[i], boxes[b]) < distance(boxes[i], boxes[a]) ? b : a,
		);
		lines[lineOf.get(nearest)!].push(i);
	}
	return lines.sort((a, b) => level(a, boxes) - level(b, boxes));
}

/** Commas reach so high, so far up from the foot of the digit beside them, and are no further from it than this. */
const HIGHEST_COMMA = 0.62;
const ABOVE_FOOT = 0.6;
const BESIDE = 0.5;

/** Whether a box is a long comma at the foot of another one: no line of its own. */
function hangsOn(box: Box, digit: Box): boolean {
	if (box.height > HIGHEST_COMMA * digit.height || box.width > box.height) return false;
	const gap = Math.max(box.x - right(digit), digit.x - right(box));
	const isAtFoot = box.y < bottom(digit) && bottom(box) > bottom(digit);
	return isAtFoot && gap < BESIDE * digit.height && bottom(digit) - box.y < ABOVE_FOOT * box.height;
}

const isTall = (box: Box, height: number) => box.height >= LOW * height && box.width <= 6 * box.height;
const level = (line: readonly number[], boxes: readonly Box[]) =>
	line.reduce((sum, i) => sum + centreY(boxes[i]), 0) / line.length;

function chain(boxes: readonly Box[], tall: readonly number[], height: number): number[][] {
	const fromLeft = [...tall].sort((a, b) => centreX(boxes[a]) - centreX(boxes[b]));
	const lineOf = new Map(fromLeft.map((i) => [i, [i]]));
	for (const [k, i] of fromLeft.entries()) {
		let nearest = -1;
		let least = FAR * height;
		for (let other = k + 1; other < fromLeft.length; other++) {
			const j = fromLeft[other];
			if (centreX(boxes[j]) - centreX(boxes[i]) > least + boxes[i].width + boxes[j].width) continue;
			const away = stepTo(boxes[i], boxes[j]);
			if (away >= least) continue;
			nearest = j;
			least = away;
		}
		if (nearest < 0) continue;
		const [from, to] = [lineOf.get(i)!, lineOf.get(nearest)!];
		if (from === to) continue;
		from.push(...to);
		for (const member of to) lineOf.set(member, from);
	}
	return [...new Set(lineOf.values())];
}

/**
 * How steeply all the lines climb: one slope for all chains (least squares, each about its own middle), towards 0
 * where they are too short to tell (ridge regression, Hoerl & Kennard 1970).
 */
function slopeOf(chains: readonly number[][], boxes: readonly Box[], height: number): number {
	let xy = 0;
	let xx = LEVEL_PRIOR * height * height;
	for (const chain of chains) {
		const meanX = chain.reduce((sum, i) => sum + centreX(boxes[i]), 0) / chain.length;
		const meanY = level(chain, boxes);
		for (const i of chain) {
			const dx = centreX(boxes[i]) - meanX;
			xy += dx * (centreY(boxes[i]) - meanY);
			xx += dx * dx;
		}
	}
	return xx > 0 ? xy / xx : 0;
}

/** Where so large a share of so many boxes stand too far apart to be linked, no two tell how the lines climb. */
const SCATTERED = 0.7;
const LEAST_SCATTERED = 6;
/** The slopes that are tried then. */
const STEEPEST = 0.16;
const SLOPE_STEP = 0.01;
/** Boxes on one level are off it by no more than this share of the height, where their slope is tried. */
const OFF_LEVEL = 0.25;

/** The slope by which boxes stand in the fewest lines, nearest to level: where they stand too far apart for chains. */
function slopeAmong(tall: readonly number[], boxes: readonly Box[], height: number): number {
	const linesAt = (slope: number) => {
		const level = levelled(boxes, slope);
		const middles = tall.map((i) => centreY(level[i])).sort((a, b) => a - b);
		let lines = 0;
		for (let i = 0, first = Number.NEGATIVE_INFINITY; i < middles.length; i++) {
			if (middles[i] - first <= 2 * OFF_LEVEL * height) continue;
			first = middles[i];
			lines++;
		}
		return lines;
	};
	let [best, least] = [0, linesAt(0)];
	for (let step = 1; step * SLOPE_STEP <= STEEPEST; step++) {
		for (const slope of [step * SLOPE_STEP, -step * SLOPE_STEP]) {
			const lines = linesAt(slope);
			if (lines < least) [best, least] = [slope, lines];
		}
	}
	return best;
}

/** The boxes as they stand where lines of this slope are level. */
function levelled(boxes: readonly Box[], slope: number): Box[] {
	return boxes.map((box) => ({ ...box, y: box.y - slope * centreX(box) }));
}

/** How far the next box of a line is: the gap, and twice what it is off the level. Infinite when it is too far off. */
function stepTo(from: Box, to: Box): number {
	const dx = centreX(to) - centreX(from);
	const dy = Math.abs(centreY(to) - centreY(from));
	const common = commonHeight(from, to);
	const smaller = Math.min(from.height, to.height);
	const isOnLevel = dy - CLIMB * dx <= OFFSET * smaller || common >= 0.5 * smaller;
	return isOnLevel ? Math.max(0, to.x - from.x - from.width) + 2 * dy : Number.POSITIVE_INFINITY;
}

function onOneLevel(chains: readonly number[][], boxes: readonly Box[], height: number): number[][] {
	const lines: number[][] = [];
	for (const chain of [...chains].sort((a, b) => level(a, boxes) - level(b, boxes))) {
		const line = lines[lines.length - 1];
		if (line && level(chain, boxes) - level(line, boxes) < LEVEL * height) line.push(...chain);
		else lines.push([...chain]);
	}
	return lines;
}

function distance(a: Box, b: Box): number {
	const dx = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
	const dy = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
	return Math.hypot(dx, dy) + 1e-3 * Math.hypot(centreX(a) - centreX(b), centreY(a) - centreY(b));
}
