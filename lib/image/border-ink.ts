import type { Size } from "../geometry.ts";
import type { Blob } from "./components.ts";

/** Ink along a side of the picture touches it with so much of its length, and covers so much of the side. */
const TOUCHING = 0.8;
const LONGEST_DIGIT = 0.6;

/**
 * Whether a blob lies along a side of the picture: a bar beside a picture on a screen, the edge of a dark desk, a shadow.
 * Digits that are cut off touch a side with a part of them.
 */
export function isAlongBorder({ box, runs }: Blob, { width, height }: Size): boolean {
	const isLong = (touching: number, length: number, side: number) =>
		touching >= TOUCHING * length && length >= LONGEST_DIGIT * side;
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
