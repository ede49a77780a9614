import type { Box, Size } from "../../lib/geometry.ts";

/** The smallest side of a region, in CSS pixels: below it nothing is legible. */
export const LEAST = 8;

/** The rectangle between two corners, kept inside the viewport. */
export function between(a: readonly [number, number], b: readonly [number, number], bounds: Size): Box {
	const [left, right] = [a[0], b[0]].map((x) => clamp(x, 0, bounds.width)).sort((p, q) => p - q);
	const [top, bottom] = [a[1], b[1]].map((y) => clamp(y, 0, bounds.height)).sort((p, q) => p - q);
	return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The rectangle at another place, kept inside the viewport. */
export function moved(box: Box, dx: number, dy: number, bounds: Size): Box {
	return {
		...box,
		x: clamp(box.x + dx, 0, Math.max(0, bounds.width - box.width)),
		y: clamp(box.y + dy, 0, Math.max(0, bounds.height - box.height)),
	};
}

/** Which of its edges a handle moves: -1 the left or upper one, 1 the right or lower one, 0 none. */
export interface Handle {
	readonly x: -1 | 0 | 1;
	readonly y: -1 | 0 | 1;
}

/** The rectangle with the edges of `handle` moved, inside the viewport and at least `LEAST` wide and high. */
export function resized(box: Box, { x, y }: Handle, dx: number, dy: number, bounds: Size): Box {
	const [left, width] = side(box.x, box.width, x, dx, bounds.width);
	const [top, height] = side(box.y, box.height, y, dy, bounds.height);
	return { x: left, y: top, width, height };
}

function side(from: number, size: number, edge: -1 | 0 | 1, by: number, bound: number): [number, number] {
	const to = from + size;
	if (edge < 0) {
		const start = clamp(from + by, 0, Math.max(0, to - LEAST));
		return [start, to - start];
	}
	return edge > 0 ? [from, clamp(to + by, from + LEAST, bound) - from] : [from, size];
}

function clamp(value: number, low: number, high: number): number {
	return Math.min(Math.max(value, low), high);
}
