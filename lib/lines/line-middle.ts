import type { Box } from "../geometry.ts";

/** A box and how much it counts, > 0. */
export interface Weighted {
	readonly box: Box;
	readonly weight: number;
}

/**
 * Where the middle of a line of writing is: y for every x, on a straight line through the middles of the boxes
 * (weighted least squares). A line no wider than its boxes are high says nothing of its slope, and is taken as
 * level.
 *
 * @param boxes at least one
 */
export function lineMiddle(boxes: readonly Weighted[]): (x: number) => number {
	let [mass, sumX, sumY, sumXX, sumXY, sumHeight] = [0, 0, 0, 0, 0, 0];
	for (const { box, weight } of boxes) {
		const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
		mass += weight;
		sumX += weight * x;
		sumY += weight * y;
		sumXX += weight * x * x;
		sumXY += weight * x * y;
		sumHeight += weight * box.height;
	}
	const [meanX, meanY] = [sumX / mass, sumY / mass];
	const variance = sumXX / mass - meanX * meanX;
	const isWide = Math.sqrt(Math.max(0, variance)) > sumHeight / mass;
	const slope = isWide ? (sumXY / mass - meanX * meanY) / variance : 0;
	return (x) => meanY + slope * (x - meanX);
}
