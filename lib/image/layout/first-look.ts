import type { Plane } from "../pixels.ts";

/** So many columns of a picture are looked at. */
const COLUMNS = 128;
/** A rule is seen in so many of them one after the other; one between two may miss it. */
const LEAST_SEEN = 20;
/** From column to column a rule moves by this slope at most, and a pixel. */
const STEEPEST = 0.15;
/** More thin runs a column than this are texture; of several rules, than so many to each. */
const TEXTURE = 60;
const TEXTURE_EACH = 6;

/** A run of one column, and how many columns before it showed the same rule. */
interface Link {
	readonly middle: number;
	readonly seen: number;
}

/**
 * Whether a level rule may be in a picture, or several below each other: thin ink at about one height in many columns.
 * Looks at every few columns only; what it takes for a rule may be none, and a rule in a small part of the picture is
 * missed.
 *
 * @param least ink of a rule
 * @param count of rules below each other
 */
export function mayHaveLevels(
	{ width, height, data }: Plane,
	thickest: number,
	least: number,
	count = 1,
): boolean {
	const step = Math.max(1, Math.floor(width / COLUMNS));
	const columns = Math.floor((width - 1) / step) + 1;
	const starts = new Int32Array(columns).fill(-1);
	const runs: number[][] = Array.from({ length: columns }, () => []);
	for (let y = 0; y <= height; y++) {
		for (let k = 0, i = y * width; k < columns; k++, i += step) {
			if (y < height && data[i] >= least) {
				if (starts[k] < 0) starts[k] = y;
			} else if (starts[k] >= 0) {
				if (y - starts[k] <= thickest) runs[k].push((starts[k] + y - 1) / 2);
				starts[k] = -1;
			}
		}
	}
	if (
		runs.reduce((sum, { length }) => sum + length, 0) >
		(count === 1 ? TEXTURE : TEXTURE_EACH * count) * columns
	)
		return false;
	const slack = 1 + STEEPEST * step;
	let before: Link[] = [];
	let last: Link[] = [];
	for (const column of runs) {
		const here = column.map((middle): Link => {
			const seen = Math.max(longestNear(last, middle, slack), longestNear(before, middle, 2 * slack));
			return { middle, seen: seen + 1 };
		});
		if (here.filter(({ seen }) => seen >= LEAST_SEEN).length >= count) return true;
		before = last;
		last = here;
	}
	return false;
}

function longestNear(links: readonly Link[], middle: number, slack: number): number {
	let longest = 0;
	for (const link of links)
		if (Math.abs(link.middle - middle) <= slack && link.seen > longest) longest = link.seen;
	return longest;
}
