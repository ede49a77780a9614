import { isAlike, type Rule } from "./rule.ts";

/** The boxes of a comb are at least this share of their height wide. */
const NARROWEST = 0.25;
/** Walls of a comb stand this near to where equal spacing has them, as a share of it. */
const SPACING = 0.15;
/** Of the walls of a comb so many are seen; the others are under the writing. */
export const LEAST_WALLS = 0.6;
const MOST_BOXES = 40;

/** An upright on a level or between two. */
export interface Standing {
	readonly upright: Rule;
	/** Where its middle is, and where it meets the levels. */
	readonly x: number;
	readonly topX: number;
	readonly bottomX: number;
	/** Where it meets the levels, or ends. */
	readonly top: number;
	readonly bottom: number;
}

/** Those that stand where the walls of a comb between two others would. */
export function equallySpaced(
	inner: readonly Standing[],
	from: number,
	to: number,
	height: number,
): Standing[] {
	let best: Standing[] = [];
	for (let boxes = 2; boxes <= MOST_BOXES && (to - from) / boxes >= NARROWEST * height; boxes++) {
		const found = wallsAt(inner, from, (to - from) / boxes, boxes);
		if (found.length > best.length) best = found;
	}
	// One upright in the very middle may be a 1 as well.
	return best.length >= 2 ? best : [];
}

/** Those in step, where a comb or squared paper goes on beyond the picture: any two may be neighbours. */
export function inStep(standing: readonly Standing[], height: number): Standing[] {
	let best: Standing[] = [];
	const first = standing[0].x;
	const last = standing[standing.length - 1].x;
	for (const [i, { x }] of standing.entries()) {
		for (const other of standing.slice(i + 1)) {
			const step = other.x - x;
			if (step < NARROWEST * height) continue;
			const before = Math.floor((x - first) / step + SPACING);
			const after = Math.floor((last - x) / step + SPACING);
			const found = wallsAt(standing, x - (before + 1) * step, step, before + after + 2);
			if (found.length > best.length) best = found;
		}
	}
	return best.length >= 3 ? best : [];
}

/** The uprights at `from + k * step`, 0 < k < count; none where too few of them are there. */
function wallsAt(uprights: readonly Standing[], from: number, step: number, count: number): Standing[] {
	const found: Standing[] = [];
	for (let k = 1; k < count; k++) {
		const at = from + k * step;
		const near = uprights.filter(({ x }) => Math.abs(x - at) <= SPACING * step);
		if (near.length > 0) found.push(near.reduce((a, b) => (Math.abs(b.x - at) < Math.abs(a.x - at) ? b : a)));
	}
	const thickness = median(found.map(({ upright }) => upright.thickness));
	const alike = found.filter(({ upright }) => isAlike(upright, thickness));
	return alike.length >= LEAST_WALLS * (count - 1) ? alike : [];
}

function median(values: number[]): number {
	return values.sort((a, b) => a - b)[values.length >> 1];
}
