import type { Box } from "../geometry.ts";

/** A gap of so many heights of a digit parts a line of open writing. */
const WIDE_GAP = 1;

/** The numbers of boxes that stand together, from left to right as the boxes come; a wide gap parts them. */
export function clustersOf(boxes: readonly Box[], height: number): number[][] {
	const clusters: number[][] = [];
	let right = Number.NEGATIVE_INFINITY;
	for (const [i, { x, width }] of boxes.entries()) {
		if (x - right < WIDE_GAP * height) clusters.at(-1)!.push(i);
		else clusters.push([i]);
		right = Math.max(right, x + width);
	}
	return clusters;
}
