import type { Plane } from "./pixels.ts";
import { integersAt, kernels } from "./simd/kernels.ts";
import { Sheet } from "./simd/sheet.ts";

/** The ink of a plane as horizontal runs: what is looked for later depends on the ink, not on the paper. */
export interface InkRuns {
	readonly width: number;
	readonly height: number;
	/** Where each row begins in `edges`, and where the last one ends. */
	readonly rows: Int32Array;
	/** For every run, from the left, its first x and the x after its last. */
	readonly edges: Int32Array;
}

/** The ink value from which a pixel belongs to a stroke: half of all values, so that one bit tells. */
export const INK = 128;

/** The runs of what reaches `INK`. */
export const inkRuns = (plane: Plane): InkRuns => runsOf(Sheet.of(plane));

/** The same of a plane that the kernels have. */
export function runsOf({ at, width, height }: Sheet): InkRuns {
	const { more, countEdges, findEdges } = kernels();
	const count = countEdges(at, width, height);
	const rows = more(4 * (height + 1));
	const edges = more(4 * count);
	findEdges(at, width, height, rows, edges);
	return { width, height, rows: integersAt(rows, height + 1), edges: integersAt(edges, count) };
}

/** The median length of the runs: about the width of an upright stroke. */
export function strokeWidth({ width, edges }: InkRuns): number {
	const lengths = new Uint32Array(width + 1);
	for (let i = 0; i < edges.length; i += 2) lengths[edges[i + 1] - edges[i]]++;
	let below = 0;
	let median = 1;
	while (median < width && below + lengths[median] <= edges.length / 4) below += lengths[median++];
	return median;
}

/**
 * Calls back with every vertical run no longer than `longest`, by where it ends. Only where two rows differ does a
 * vertical run begin or end: between the edges of both, taken together in order, by pairs.
 */
export function eachShortColumn(
	{ width, height, rows, edges }: InkRuns,
	longest: number,
	take: (x: number, from: number, to: number) => void,
): void {
	const starts = new Int32Array(width).fill(-1);
	for (let y = 0; y <= height; y++) {
		let above = y > 0 ? rows[y - 1] : 0;
		const aboveEnd = rows[y];
		let here = rows[y];
		const hereEnd = y < height ? rows[y + 1] : here;
		const nextEdge = () =>
			here === hereEnd || (above < aboveEnd && edges[above] < edges[here]) ? edges[above++] : edges[here++];
		while (above < aboveEnd || here < hereEnd) {
			const from = nextEdge();
			const to = nextEdge();
			for (let x = from; x < to; x++) {
				if (starts[x] < 0) starts[x] = y;
				else {
					if (y - starts[x] <= longest) take(x, starts[x], y);
					starts[x] = -1;
				}
			}
		}
	}
}
