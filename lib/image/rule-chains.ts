import { median } from "../median.ts";
import type { CrossRun } from "./cross-runs.ts";

/** Short runs one after the other, each about where the last one was: a piece of a straight thin line. */
export interface Chain {
	readonly runs: readonly CrossRun[];
	/** Across = offset + slope * along, by least squares. */
	readonly offset: number;
	readonly slope: number;
}

/** Steps along the line that a chain may miss. */
const MISSING = 2;

/** Pixels that a line moves across at most from one run to the next, unless it is said otherwise. */
const NEAR = 1.5;

/** Where a run is so many times as thick as most of its chain, writing touches it. */
const TOUCHED = 1.3;
/** So much of a chain is alone at least: the bow of a digit is thin only here and there. */
const MOSTLY = 0.6;

/** Lines of ruled paper are seen at no steeper a slope. */
const STEEPEST = 0.25;

/**
 * Follows thin lines: links each run to the chain that ended closest to it a step before.
 *
 * @param runs by ascending `at`
 * @param shortest chains of fewer runs are left out
 * @param near pixels that a line moves across at most from one run to the next: the edges of thick lines are ragged
 */
export function chainsOf(runs: readonly CrossRun[], shortest: number, near = NEAR): Chain[] {
	const long: CrossRun[][] = [];
	const keep = ({ runs }: OpenChain) => {
		if (runs.length >= shortest) long.push(runs);
	};
	let open: OpenChain[] = [];
	for (let i = 0; i < runs.length; ) {
		const at = runs[i].at;
		const still: OpenChain[] = [];
		for (const chain of open) {
			if (chain.end >= at - 1 - MISSING) still.push(chain);
			else keep(chain);
		}
		const before = still.length;
		open = still;
		if (before > 1) open.sort((a, b) => a.middle - b.middle);
		for (let nearest = 0; i < runs.length && runs[i].at === at; i++) {
			const run = runs[i];
			const here = middle(run);
			while (nearest < before && open[nearest].middle < here - near) nearest++;
			if (nearest < before && open[nearest].middle <= here + near) {
				const chain = open[nearest++];
				chain.runs.push(run);
				chain.end = at;
				chain.middle = here;
			} else open.push({ runs: [run], end: at, middle: here });
		}
	}
	open.forEach(keep);
	return long.map((runs) => straightOf(runs, shortest)).filter(isStraight);
}

/** A chain; one that is not straight may be where nothing touches it. */
function straightOf(runs: readonly CrossRun[], shortest: number): Chain {
	const whole = lineThrough(runs);
	if (isStraight(whole)) return whole;
	const thickness = median(runs.map(({ from, to }) => to - from));
	const alone = runs.filter(({ from, to }) => to - from <= TOUCHED * thickness + 1);
	return alone.length < Math.max(shortest, MOSTLY * runs.length) ? whole : lineThrough(alone);
}

/** A chain that may go on, where it ended and the middle of its last run. */
interface OpenChain {
	readonly runs: CrossRun[];
	end: number;
	middle: number;
}

const middle = (run: CrossRun) => (run.from + run.to - 1) / 2;

function lineThrough(runs: readonly CrossRun[]): Chain {
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
