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
