import { type Box, bottom, centreX } from "../../geometry.ts";
import { median } from "../../median.ts";
import { connectedComponents } from "../components.ts";
import type { InkRuns } from "../runs.ts";
import type { Rule } from "./rule.ts";

/** Dots and dashes are no longer than so many times as wide. */
const LONGEST_DASH = 6;
/** From one to the next it is no more than so many times its length and its gap: writing may hide those between. */
const MOST_MISSING = 3;
/** So many make a line, most of which are equally far apart within this share of it. */
const LEAST_DASHES = 4;
const REGULAR = 0.35;
const MOST_REGULAR = 0.6;
/**
 * They are as wide as one another within this factor, and stand above each other within this share of their width and a
 * pixel.
 */
const ALIKE = 1.8;
const ASIDE = 0.5;
/** More small blobs than this are texture. */
const MOST_BLOBS = 2000;

/** The upright lines that dots or dashes make, each as if it were drawn through; they are no wider than `thickest`. */
export function dottedUprights(runs: InkRuns, thickest: number): Rule[] {
	const dashes = connectedComponents(runs)
		.map(({ box }) => box)
		.filter(({ width, height }) => width <= thickest && height <= LONGEST_DASH * width);
	if (dashes.length > MOST_BLOBS) return [];
	const columns: Box[][] = [];
	for (const dash of dashes.sort((a, b) => a.y - b.y)) {
		const column = columns.find((column) => goesOn(column, dash));
		if (column) column.push(dash);
		else columns.push([dash]);
	}
	return columns.filter(isRegular).map(ruleThrough);
}

function goesOn(column: readonly Box[], dash: Box): boolean {
	const last = column[column.length - 1];
	const width = Math.max(last.width, dash.width);
	const isAlike = width <= ALIKE * Math.min(last.width, dash.width) + 1;
	const pitch =
		column.length > 1 ? last.y - column[column.length - 2].y : 3 * Math.max(last.height, dash.height);
	const away = dash.y - last.y;
	return (
		isAlike &&
		dash.y > bottom(last) &&
		away <= MOST_MISSING * pitch &&
		Math.abs(centreX(dash) - centreX(last)) <= 1 + ASIDE * width + 0.1 * away
	);
}

function isRegular(column: readonly Box[]): boolean {
	if (column.length < LEAST_DASHES) return false;
	const pitches = column.slice(1).map(({ y }, i) => y - column[i].y);
	const pitch = median(pitches);
	const regular = pitches.filter((one) => Math.abs(one - pitch) <= REGULAR * pitch);
	return regular.length >= MOST_REGULAR * pitches.length;
}

/** A rule from the first dash to the last one and one more beyond both, which may touch something. */
function ruleThrough(column: readonly Box[]): Rule {
	const [first, last] = [column[0], column[column.length - 1]];
	const pitch = median(column.slice(1).map(({ y }, i) => y - column[i].y));
	const from = Math.max(0, Math.round(first.y - pitch));
	const to = Math.round(bottom(last) - 1 + pitch);
	const slope = (centreX(last) - centreX(first)) / Math.max(1, last.y - first.y);
	const middles = Float32Array.from({ length: to - from + 1 }, (_, i) => {
		const near = column.reduce((a, b) => (Math.abs(b.y - from - i) < Math.abs(a.y - from - i) ? b : a));
		return centreX(near) - 0.5 + slope * (from + i - near.y - near.height / 2);
	});
	const seen = new Uint8Array(middles.length);
	for (const { y, height } of column) seen.fill(1, Math.round(y) - from, Math.round(y) - from + height);
	const thickness = median(column.map(({ width }) => width));
	return { from, to, thickness, middles, seen, slopes: [slope, slope], isDotted: true };
}
