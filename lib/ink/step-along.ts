import type { Point } from "../geometry.ts";
import type { Stroke } from "./stroke.ts";

/**
 * Points of a stroke one step apart as the crow flies, as a pair of dividers finds them that is walked along it: how
 * many samples a device took, and where the pen lingered, does not matter, and trembling less than a step counts
 * for little. The first point is the stroke's; its end is there where at least half a step remains.
 *
 * @param step in the unit of the stroke, > 0
 */
export function stepAlong(stroke: Stroke, step: number): Point[] {
	let last = stroke[0];
	const points: Point[] = [last];
	for (let i = 1; i < stroke.length; i++) {
		let from = stroke[i - 1];
		const to = stroke[i];
		while (distance(last, to) >= step) {
			last = leaveCircle(last, step, from, to);
			points.push(last);
			from = last;
		}
	}
	const end = stroke[stroke.length - 1];
	if (distance(last, end) >= step / 2) points.push(end);
	return points;
}

const distance = ([x0, y0]: Point, [x1, y1]: Point) => Math.hypot(x1 - x0, y1 - y0);

/** Where the way from a point inside a circle to one outside leaves it. */
function leaveCircle([x, y]: Point, radius: number, [x0, y0]: Point, [x1, y1]: Point): Point {
	const [dx, dy] = [x1 - x0, y1 - y0];
	const [fx, fy] = [x0 - x, y0 - y];
	const a = dx * dx + dy * dy;
	const b = fx * dx + fy * dy;
	const c = fx * fx + fy * fy - radius * radius;
	const t = Math.min(1, (Math.sqrt(Math.max(0, b * b - a * c)) - b) / a);
	return [x0 + t * dx, y0 + t * dy];
}
