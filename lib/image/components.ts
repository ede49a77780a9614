import type { Box } from "../geometry.ts";
import type { Plane } from "./pixels.ts";

/** A horizontal row of ink pixels: y, the first x and the x after the last. */
export type Run = readonly [y: number, from: number, to: number];

/** Some ink that belongs together. */
export interface Blob {
	readonly box: Box;
	/** Number of pixels. */
	readonly area: number;
	/** From the top, each row from the left. */
	readonly runs: readonly Run[];
}

/** Connected pieces of ink (8-neighbours): runs joined by union-find. Ink is what reaches `threshold`. */
export function connectedComponents({ width, height, data }: Plane, threshold: number): Blob[] {
	const runs: Run[] = [];
	const parents: number[] = [];
	let above = 0;
	let aboveEnd = 0;
	for (let y = 0; y < height; y++) {
		const row = y * width;
		let candidate = above;
		const first = runs.length;
		for (let x = 0; x < width; x++) {
			if (data[row + x] < threshold) continue;
			const from = x;
			while (x < width && data[row + x] >= threshold) x++;
			const run = runs.length;
			runs.push([y, from, x]);
			parents.push(run);
			while (candidate < aboveEnd && runs[candidate][2] < from) candidate++;
			for (let i = candidate; i < aboveEnd && runs[i][1] <= x; i++) unite(parents, i, run);
		}
		above = first;
		aboveEnd = runs.length;
	}
	const groups = new Map<number, Run[]>();
	for (let i = 0; i < runs.length; i++) {
		const root = find(parents, i);
		const group = groups.get(root);
		if (group) group.push(runs[i]);
		else groups.set(root, [runs[i]]);
	}
	return Array.from(groups.values(), blobOf);
}

/** A blob of runs, of which there is at least one. */
export function blobOf(runs: readonly Run[]): Blob {
	let left = Number.POSITIVE_INFINITY;
	let right = 0;
	let top = Number.POSITIVE_INFINITY;
	let bottom = 0;
	let area = 0;
	for (const [y, from, to] of runs) {
		if (from < left) left = from;
		if (to > right) right = to;
		if (y < top) top = y;
		if (y > bottom) bottom = y;
		area += to - from;
	}
	return { box: { x: left, y: top, width: right - left, height: bottom - top + 1 }, area, runs };
}

function find(parents: number[], i: number): number {
	let root = i;
	while (parents[root] !== root) root = parents[root];
	while (parents[i] !== root) {
		const next = parents[i];
		parents[i] = root;
		i = next;
	}
	return root;
}

function unite(parents: number[], a: number, b: number): void {
	const rootA = find(parents, a);
	const rootB = find(parents, b);
	if (rootA < rootB) parents[rootB] = rootA;
	else parents[rootA] = rootB;
}
