import type { Size } from "../geometry.ts";
import type { Blob } from "./components.ts";

/** Ink along a side of the picture touches it with so much of its length, and covers so much of the side. */
const TOUCHING = 0.8;
const LONGEST_DIGIT = 0.6;

/** It fills its box by this share, unless it is thin: strokes that end on a line at the side do not. */
const SOLID = 0.6;
const THIN = 0.1;

/**
 * Whether a blob lies along a side of the picture: a bar beside a picture on a screen, the edge of a dark desk, a shadow.
 * Digits that are cut off touch a side with a part of them.
 */
export function isAlongBorder({ box, runs, area }: Blob, { width, height }: Size): boolean {
	const isSolid = area >= SOLID * box.width * box.height;
	const isLong = (touching: number, length: number, side: number) =>
		touching >= TOUCHING * length && length >= LONGEST_DIGIT * side;
	if (!isSolid && box.width > THIN * width && box.height > THIN * height) return false;
	const touchesWith = (isTouching: (from: number, to: number) => boolean) =>
		new Set(runs.filter(([, from, to]) => isTouching(from, to)).map(([y]) => y)).size;
	const inkOfRow = (row: number) =>
		runs.reduce((sum, [y, from, to]) => (y === row ? sum + to - from : sum), 0);
	return (
		isLong(
			touchesWith((from) => from === 0),
			box.height,
			height,
		) ||
		isLong(
			touchesWith((_, to) => to === width),
			box.height,
			height,
		) ||
		isLong(inkOfRow(0), box.width, width) ||
		isLong(inkOfRow(height - 1), box.width, width)
	);
}
