import { eachShortColumn, type InkRuns } from "./runs.ts";

/** A run across a line: where it lies along the line (`at`) and, across it, from `from` to before `to`. */
export interface CrossRun {
	readonly at: number;
	readonly from: number;
	readonly to: number;
}

/** The vertical runs of ink no longer than `longest`, from the left: what level lines are made of. */
export function shortColumns(runs: InkRuns, longest: number): CrossRun[] {
	const found: CrossRun[] = [];
	eachShortColumn(runs, longest, (at, from, to) => found.push({ at, from, to }));
	// Sorted by counting: comparisons take twice as long as finding them.
	const next = new Uint32Array(runs.width + 1);
	for (const { at } of found) next[at + 1]++;
	for (let at = 0; at < runs.width; at++) next[at + 1] += next[at];
	const sorted = new Array<CrossRun>(found.length);
	for (const run of found) sorted[next[run.at]++] = run;
	return sorted;
}

/** The horizontal runs of ink no longer than `longest`, row by row: what upright lines are made of. */
export function shortRows({ height, rows, edges }: InkRuns, longest: number): CrossRun[] {
	const found: CrossRun[] = [];
	for (let y = 0; y < height; y++) {
		for (let i = rows[y]; i < rows[y + 1]; i += 2)
			if (edges[i + 1] - edges[i] <= longest) found.push({ at: y, from: edges[i], to: edges[i + 1] });
	}
	return found;
}
