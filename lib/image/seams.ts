import type { Blob } from "./components.ts";

/** A cut from the top of a blob to its bottom: the first x to its right, for every row of the blob's box. */
export interface Seam {
	readonly x: Int32Array;
	/** Ink pixels that it cuts through. */
	readonly ink: number;
	/** Pixels of the blob to its left. */
	readonly left: number;
}

/** What a step sideways costs, in ink pixels: seams are straight where nothing speaks for a bend. */
const SIDESTEP = 0.25;

/** What a pixel away from the corridor's middle costs at both ends: of equal cuts the middle one is taken. */
const OFF_CENTRE = 0.02;

/**
 * The cheapest cut in every corridor of a blob: the path from top to bottom that crosses least ink (dynamic
 * programming, as in seam carving), for corridors `step` pixels apart that reach `reach` pixels to each side.
 */
export function seamsOf(blob: Blob, step: number, reach: number): Seam[] {
	const { x: left, y: top, width, height } = blob.box;
	const bitmap = new Uint8Array(width * height);
	for (const [y, from, to] of blob.runs)
		bitmap.fill(1, (y - top) * width + from - left, (y - top) * width + to - left);
	const seams: Seam[] = [];
	for (let centre = step; centre < width; centre += step) {
		const low = Math.max(0, Math.round(centre - reach));
		const high = Math.min(width - 1, Math.round(centre + reach));
		const path = cheapestPath(bitmap, width, height, low, high, Math.round(centre));
		seams.push(measure(bitmap, width, left, path, seams.at(-1)));
	}
	return seams;
}

function cheapestPath(
	bitmap: Uint8Array,
	width: number,
	height: number,
	low: number,
	high: number,
	centre: number,
): Int32Array {
	const span = high - low + 1;
	let cost = new Float32Array(span);
	let next = new Float32Array(span);
	const moves = new Int8Array(span * height);
	for (let i = 0; i < span; i++) cost[i] = bitmap[low + i] + OFF_CENTRE * Math.abs(low + i - centre);
	for (let y = 1; y < height; y++) {
		for (let i = 0; i < span; i++) {
			let best = cost[i];
			let move = 0;
			if (i > 0 && cost[i - 1] + SIDESTEP < best) {
				best = cost[i - 1] + SIDESTEP;
				move = -1;
			}
			if (i + 1 < span && cost[i + 1] + SIDESTEP < best) {
				best = cost[i + 1] + SIDESTEP;
				move = 1;
			}
			next[i] = best + bitmap[y * width + low + i];
			moves[y * span + i] = move;
		}
		[cost, next] = [next, cost];
	}
	let at = 0;
	for (let i = 1; i < span; i++)
		if (
			cost[i] + OFF_CENTRE * Math.abs(low + i - centre) <
			cost[at] + OFF_CENTRE * Math.abs(low + at - centre)
		)
			at = i;
	const path = new Int32Array(height);
	for (let y = height - 1; y >= 0; y--) {
		path[y] = low + at;
		at += moves[y * span + at];
	}
	return path;
}

/** @param before the seam to its left, from which what lies between is counted */
function measure(bitmap: Uint8Array, width: number, offset: number, path: Int32Array, before?: Seam): Seam {
	let ink = 0;
	let left = before?.left ?? 0;
	for (let y = 0; y < path.length; y++) {
		const row = y * width;
		ink += bitmap[row + path[y]];
		const from = before ? before.x[y] - offset : 0;
		for (let x = from; x < path[y]; x++) left += bitmap[row + x];
		for (let x = path[y]; x < from; x++) left -= bitmap[row + x];
	}
	return { x: path.map((x) => x + offset), ink, left };
}
