import type { Point } from "../../../lib/geometry.ts";
import { cubicWeights } from "./cubic.ts";

/** Points between two control points of a smooth part. */
const FINENESS = 6;

/** A Catmull-Rom spline through `points`, its ends doubled. */
export function smooth(points: readonly Point[]): Point[] {
	const at = (i: number) => points[Math.max(0, Math.min(points.length - 1, i))];
	const curve: Point[] = [points[0]];
	for (let i = 0; i + 1 < points.length; i++) {
		for (let step = 1; step <= FINENESS; step++) {
			const weights = cubicWeights(step / FINENESS);
			const along = (axis: 0 | 1) =>
				weights.reduce((sum, weight, k) => sum + weight * at(i + k - 1)[axis], 0);
			curve.push([along(0), along(1)]);
		}
	}
	return curve;
}
