import type { Box, Point } from "../geometry.ts";

/** The samples between pen down and pen up, in the order of time. At least one point. */
export type Stroke = readonly Point[];

/** No pen is further away than so much in any direction. */
export const FARTHEST = 1e6;

/** The smallest box around the points; of no strokes, an empty box at the origin. */
export function inkBounds(strokes: readonly Stroke[]): Box {
	let left = Number.POSITIVE_INFINITY;
	let top = Number.POSITIVE_INFINITY;
	let right = Number.NEGATIVE_INFINITY;
	let bottom = Number.NEGATIVE_INFINITY;
	for (const stroke of strokes) {
		for (const [x, y] of stroke) {
			left = Math.min(left, x);
			top = Math.min(top, y);
			right = Math.max(right, x);
			bottom = Math.max(bottom, y);
		}
	}
	return left > right
		? { x: 0, y: 0, width: 0, height: 0 }
		: { x: left, y: top, width: right - left, height: bottom - top };
}
