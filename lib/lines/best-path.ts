/** One way to read the pieces `from` (inclusive) to `to` (exclusive) of a row as a single character. */
export interface Candidate {
	readonly from: number;
	readonly to: number;
}

/**
 * The cheapest way to cover a row of pieces, left to right, with candidates that neither overlap nor leave a
 * piece out (over-segmentation and dynamic programming; Casey & Lecolinet 1996, "dissection by recognition").
 *
 * @param pieces number of pieces in the row
 * @param costs one number a candidate, lower is better; Infinity forbids it
 * @returns indices of the chosen candidates in order; empty when no cover exists
 */
export function bestPath(
	pieces: number,
	candidates: readonly Candidate[],
	costs: readonly number[],
): number[] {
	const cheapest = new Array<number>(pieces + 1).fill(Number.POSITIVE_INFINITY);
	const arrivedBy = new Array<number>(pieces + 1).fill(-1);
	cheapest[0] = 0;
	const inOrder = candidates.map((_, i) => i).sort((a, b) => candidates[a].from - candidates[b].from);
	for (const i of inOrder) {
		const { from, to } = candidates[i];
		const cost = cheapest[from] + costs[i];
		if (cost < cheapest[to]) {
			cheapest[to] = cost;
			arrivedBy[to] = i;
		}
	}
	const path: number[] = [];
	for (let at = pieces; at > 0; ) {
		const i = arrivedBy[at];
		if (i < 0) return [];
		path.unshift(i);
		at = candidates[i].from;
	}
	return path;
}
