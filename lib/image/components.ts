import { type Box, enclosing } from "../geometry.ts";
import type { InkRuns } from "./runs.ts";

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

/** Connected pieces of ink (8-neighbours): runs joined by union-find. */
export function connectedComponents({ height, rows, edges }: InkRuns): Blob[] {
	const parents = new Int32Array(edges.length >> 1);
	for (let run = 0; run < parents.length; run++) parents[run] = run;
	for (let y = 1; y < height; y++) {
		let above = rows[y - 1];
		for (let i = rows[y]; i < rows[y + 1]; i += 2) {
			while (above < rows[y] && edges[above + 1] < edges[i]) above += 2;
			for (let j = above; j < rows[y] && edges[j] <= edges[i + 1]; j += 2) unite(parents, j >> 1, i >> 1);
		}
	}
	// The root of a piece is its first run, so that it comes before the others.
	const pieces: Run[][] = [];
	const pieceOf = new Int32Array(parents.length);
	for (let y = 0; y < height; y++) {
		for (let i = rows[y]; i < rows[y + 1]; i += 2) {
			const run = i >> 1;
			const root = find(parents, run);
			if (root === run) pieceOf[run] = pieces.push([]) - 1;
			pieces[pieceOf[root]].push([y, edges[i], edges[i + 1]]);
		}
	}
	return pieces.map(blobOf);
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

/** Several blobs as one, in their order; of at least one. */
export function joined(blobs: readonly Blob[]): Blob {
	if (blobs.length === 1) return blobs[0];
	return {
		box: enclosing(blobs.map(({ box }) => box))!,
		area: blobs.reduce((sum, { area }) => sum + area, 0),
		runs: blobs.flatMap(({ runs }) => runs),
	};
}

function find(parents: Int32Array, i: number): number {
	let root = i;
	while (parents[root] !== root) root = parents[root];
	while (parents[i] !== root) {
		const next = parents[i];
		parents[i] = root;
		i = next;
	}
	return root;
}

function unite(parents: Int32Array, a: number, b: number): void {
	const rootA = find(parents, a);
	const rootB = find(parents, b);
	if (rootA < rootB) parents[rootB] = rootA;
	else parents[rootA] = rootB;
}
