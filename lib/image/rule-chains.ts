/** A run across a line: where it lies along the line (`at`) and, across it, from `from` to before `to`. */
export interface CrossRun {
	readonly at: number;
	readonly from: number;
	readonly to: number;
}

/** Short runs one after the other, each about where the last one was: a piece of a straight thin line. */
export interface Chain {
	readonly runs: readonly CrossRun[];
	/** Across = offset + slope * along, by least squares. */
	readonly offset: number;
	readonly slope: number;
}

/** Steps along the line that a chain may miss. */
const MISSING = 2;

/** Pixels that a line moves across at most from one run to the next. */
const NEAR = 1.5;

/** Lines of ruled paper are seen at no steeper a slope. */
const STEEPEST = 0.25;

/**
 * Follows thin lines: links each run to the chain that ended closest to it a step before.
 *
 * @param runs by ascending `at`
 * @param shortest chains of fewer runs are left out
 */
export function chainsOf(runs: readonly CrossRun[], shortest: number): Chain[] {
	const done: CrossRun[][] = [];
	let open: CrossRun[][] = [];
	for (let i = 0; i < runs.length; ) {
		const at = runs[i].at;
		const still: CrossRun[][] = [];
		for (const chain of open) (last(chain).at >= at - 1 - MISSING ? still : done).push(chain);
		open = still.sort((a, b) => middle(last(a)) - middle(last(b)));
		const started: CrossRun[][] = [];
		for (let nearest = 0; i < runs.length && runs[i].at === at; i++) {
			const run = runs[i];
			while (nearest < open.length && middle(last(open[nearest])) < middle(run) - NEAR) nearest++;
			if (nearest < open.length && follows(last(open[nearest]), run)) open[nearest++].push(run);
			else started.push([run]);
		}
		open.push(...started);
	}
	return [...done, ...open]
		.filter((chain) => chain.length >= shortest)
		.map(fit)
		.filter(isStraight);
}

function follows(before: CrossRun, run: CrossRun): boolean {
	return Math.abs(middle(before) - middle(run)) <= NEAR;
}

const last = (chain: readonly CrossRun[]) => chain[chain.length - 1];
const middle = (run: CrossRun) => (run.from + run.to - 1) / 2;

function fit(runs: readonly CrossRun[]): Chain {
	let sumX = 0;
	let sumY = 0;
	for (const run of runs) {
		sumX += run.at;
		sumY += middle(run);
	}
	const meanX = sumX / runs.length;
	const meanY = sumY / runs.length;
	let covariance = 0;
	let variance = 0;
	for (const run of runs) {
		covariance += (run.at - meanX) * (middle(run) - meanY);
		variance += (run.at - meanX) ** 2;
	}
	const slope = variance > 0 ? covariance / variance : 0;
	return { runs, slope, offset: meanY - slope * meanX };
}

function isStraight({ runs, slope, offset }: Chain): boolean {
	if (Math.abs(slope) > STEEPEST) return false;
	const squares = runs.reduce((sum, run) => sum + (middle(run) - offset - slope * run.at) ** 2, 0);
	return Math.sqrt(squares / runs.length) <= 1 + 0.004 * runs.length;
}
