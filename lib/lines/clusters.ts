import { type Box, centreX } from "../geometry.ts";

/** A gap of so many heights of a digit parts a line of open writing. */
const WIDE_GAP = 1;

/**
 * The numbers of boxes that stand together, from left to right as the boxes come; a wide gap parts them, and a wall.
 *
 * @param walls their x, from the left
 */
export function clustersOf(boxes: readonly Box[], height: number, walls: readonly number[] = []): number[][] {
	const clusters: number[][] = [];
	let right = Number.NEGATIVE_INFINITY;
	let cell = 0;
	for (const [i, box] of boxes.entries()) {
		const here = walls.filter((wall) => wall < centreX(box)).length;
		if (box.x - right < WIDE_GAP * height && here === cell) clusters.at(-1)!.push(i);
		else clusters.push([i]);
		right = Math.max(right, box.x + box.width);
		cell = here;
	}
	return clusters;
}

/** A gap of so many heights, and so many times as wide as most, is a space between words. */
const LEAST_SPACE = 0.26;
const SPACE = 2.2;
/** Between two there is no other gap to tell: it is a space from so many heights on. */
const LONE_SPACE = 0.4;

/**
 * The same; where there are no walls, spaces between words part them too: gaps that are wide beside the others of the
 * line.
 */
export function wordsOf(boxes: readonly Box[], height: number, walls: readonly number[] = []): number[][] {
	if (walls.length > 0) return clustersOf(boxes, height, walls);
	const gaps: number[] = [];
	let right = Number.POSITIVE_INFINITY;
	for (const { x, width } of boxes) {
		if (Number.isFinite(right)) gaps.push(Math.max(0, x - right));
		right = Math.max(Number.isFinite(right) ? right : x, x + width);
	}
	const usual = gaps.toSorted((a, b) => a - b)[(gaps.length - 1) >> 1] ?? 0;
	const space = gaps.length === 1 ? LONE_SPACE * height : Math.max(LEAST_SPACE * height, SPACE * usual);
	return clustersOf(boxes, Math.min(height, space) / WIDE_GAP);
}
