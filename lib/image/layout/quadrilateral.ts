import type { Point } from "../../geometry.ts";

/** Four corners, clockwise from the upper left. */
export type Quadrilateral = readonly [Point, Point, Point, Point];

/** The convex hull of points, clockwise where y goes down (Andrew 1979, monotone chain). */
export function convexHull(points: readonly Point[]): Point[] {
	const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
	const half = (ordered: readonly Point[]) => {
		const chain: Point[] = [];
		for (const point of ordered) {
			while (chain.length >= 2 && turnOf(chain[chain.length - 2], chain[chain.length - 1], point) <= 0)
				chain.pop();
			chain.push(point);
		}
		return chain.slice(0, -1);
	};
	return [...half(sorted), ...half(sorted.toReversed())];
}

/** Above 0 where the way from `a` over `b` to `c` turns to the right, y down: twice the area of the triangle. */
function turnOf(a: Point, b: Point, c: Point): number {
	return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/**
 * The quadrilateral around a convex shape that adds little to it: again and again the side is given up whose
 * neighbours, prolonged until they meet, add least. Null where less than four sides are left.
 */
export function quadrilateralAround(hull: readonly Point[]): Quadrilateral | null {
	let corners = [...hull];
	while (corners.length > 4) {
		let best: { i: number; corner: Point; added: number } | null = null;
		for (let i = 0; i < corners.length; i++) {
			const [before, from, to, after] = [-1, 0, 1, 2].map((k) => corners.at((i + k) % corners.length)!);
			const corner = meetingOf(before, from, after, to);
			if (!corner) continue;
			const added = Math.abs(turnOf(from, corner, to));
			if (!best || added < best.added) best = { i, corner, added };
		}
		if (!best) return null;
		const { i, corner } = best;
		const next = (i + 1) % corners.length;
		corners = corners.flatMap((point, k) => (k === i ? [corner] : k === next ? [] : [point]));
	}
	return corners.length === 4 ? fromUpperLeft(corners) : null;
}

/** The rectangle of least area around a convex shape: one of its sides lies on one of the shape's (Freeman & Shapira 1975). */
export function rectangleAround(hull: readonly Point[]): Quadrilateral {
	let best: Point[] = [];
	let least = Number.POSITIVE_INFINITY;
	for (const [i, [x, y]] of hull.entries()) {
		const [nextX, nextY] = hull[(i + 1) % hull.length];
		const length = Math.hypot(nextX - x, nextY - y);
		const [cos, sin] = [(nextX - x) / length, (nextY - y) / length];
		const us = hull.map(([px, py]) => px * cos + py * sin);
		const vs = hull.map(([px, py]) => py * cos - px * sin);
		const [left, right] = [Math.min(...us), Math.max(...us)];
		const [top, bottom] = [Math.min(...vs), Math.max(...vs)];
		if ((right - left) * (bottom - top) >= least) continue;
		least = (right - left) * (bottom - top);
		best = [
			[left, top],
			[right, top],
			[right, bottom],
			[left, bottom],
		].map(([u, v]) => [u * cos - v * sin, u * sin + v * cos]);
	}
	return fromUpperLeft(best);
}

/** Where the way from `a` beyond `b` meets that from `c` beyond `d`; null where it does not. */
function meetingOf(a: Point, b: Point, c: Point, d: Point): Point | null {
	const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
	const across = ux * vy - uy * vx;
	if (Math.abs(across) < 1e-9) return null;
	const along = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / across;
	const back = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / across;
	return along >= 1 && back >= 1 ? [a[0] + along * ux, a[1] + along * uy] : null;
}

/** The corners so that the first side is the one that runs most nearly to the right. */
function fromUpperLeft(corners: readonly Point[]): Quadrilateral {
	const slopes = corners.map(([x, y], i) => {
		const [nextX, nextY] = corners[(i + 1) % 4];
		return (nextX - x) / Math.hypot(nextX - x, nextY - y);
	});
	const first = slopes.indexOf(Math.max(...slopes));
	return [0, 1, 2, 3].map((k) => corners[(first + k) % 4]) as unknown as Quadrilateral;
}

/** Lengths of the sides from one side to the other: means of the opposite ones. */
export function sizeOf([a, b, c, d]: Quadrilateral): { width: number; height: number } {
	const length = (from: Point, to: Point) => Math.hypot(to[0] - from[0], to[1] - from[1]);
	return { width: (length(a, b) + length(d, c)) / 2, height: (length(a, d) + length(b, c)) / 2 };
}

/** Where a place of the unit square lies in a quadrilateral, seen in perspective (Heckbert 1989, a projective mapping). */
export function projectionInto([a, b, c, d]: Quadrilateral): (u: number, v: number) => Point {
	const [sumX, sumY] = [a[0] - b[0] + c[0] - d[0], a[1] - b[1] + c[1] - d[1]];
	const [bx, by, dx, dy] = [b[0] - c[0], b[1] - c[1], d[0] - c[0], d[1] - c[1]];
	const across = bx * dy - by * dx;
	const g = (sumX * dy - sumY * dx) / across;
	const h = (bx * sumY - by * sumX) / across;
	return (u, v) => {
		const depth = g * u + h * v + 1;
		const x = (b[0] - a[0] + g * b[0]) * u + (d[0] - a[0] + h * d[0]) * v + a[0];
		const y = (b[1] - a[1] + g * b[1]) * u + (d[1] - a[1] + h * d[1]) * v + a[1];
		return [x / depth, y / depth];
	};
}

/** Whether a place lies in a convex shape, its corners clockwise. */
export function isInside(corners: readonly Point[], place: Point): boolean {
	return corners.every((corner, i) => turnOf(corner, corners[(i + 1) % corners.length], place) >= 0);
}
