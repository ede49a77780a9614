import type { Point } from "../geometry.ts";
import type { Stroke } from "./stroke.ts";

/** The smallest distance between two strokes, in their unit; 0 where they cross. */
export function strokeDistance(a: Stroke, b: Stroke): number {
	let least = Number.POSITIVE_INFINITY;
	for (const [p, q] of segments(a)) {
		for (const [r, s] of segments(b)) {
			if (cross(p, q, r, s)) return 0;
			least = Math.min(
				least,
				pointDistance(p, r, s),
				pointDistance(q, r, s),
				pointDistance(r, p, q),
				pointDistance(s, p, q),
			);
		}
	}
	return least;
}

/** Neighbouring points in pairs; a lone point is a segment of no length. */
function segments(stroke: Stroke): [Point, Point][] {
	if (stroke.length === 1) return [[stroke[0], stroke[0]]];
	return stroke.slice(1).map((point, i) => [stroke[i], point]);
}

/** Distance of a point from a segment. */
function pointDistance([x, y]: Point, [x0, y0]: Point, [x1, y1]: Point): number {
	const dx = x1 - x0;
	const dy = y1 - y0;
	const lengthSquared = dx * dx + dy * dy;
	const along = lengthSquared > 0 ? ((x - x0) * dx + (y - y0) * dy) / lengthSquared : 0;
	const clamped = Math.min(1, Math.max(0, along));
	return Math.hypot(x - x0 - clamped * dx, y - y0 - clamped * dy);
}

function cross(p: Point, q: Point, r: Point, s: Point): boolean {
	return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0;
}

/** On which side of the line from a to b the point c lies: the sign; 0 on the line. */
function side([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
	return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}
