import type { Plane } from "./pixels.ts";

/** Blocks along the longer side; a block should hold several strokes and little shading. */
const BLOCKS = 8;

/** Smaller blocks than this many pixels a side would lie inside a stroke. */
const LEAST_BLOCK = 48;

/**
 * Whether the writing is lighter than what it is written on. Ink covers the lesser part of most places, so it
 * pulls the mean of a block away from the median, towards its own side.
 */
export function isLightOnDark(gray: Plane): boolean {
	const side = Math.max(LEAST_BLOCK, Math.ceil(Math.max(gray.width, gray.height) / BLOCKS));
	let pull = 0;
	for (let top = 0; top < gray.height; top += side) {
		for (let left = 0; left < gray.width; left += side) pull += meanLessMedian(gray, left, top, side);
	}
	return pull > 0;
}

function meanLessMedian({ width, height, data }: Plane, left: number, top: number, side: number): number {
	const histogram = new Uint32Array(256);
	const right = Math.min(width, left + side);
	const bottom = Math.min(height, top + side);
	const step = side > 128 ? 2 : 1;
	let count = 0;
	let sum = 0;
	for (let y = top; y < bottom; y += step) {
		for (let i = y * width + left; i < y * width + right; i += step) {
			histogram[data[i]]++;
			sum += data[i];
			count++;
		}
	}
	let below = 0;
	let median = 0;
	while (below + histogram[median] <= count / 2) below += histogram[median++];
	return (sum / count - median) * count;
}
