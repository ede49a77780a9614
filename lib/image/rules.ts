import type { Plane } from "./pixels.ts";
import { type Chain, type CrossRun, chainsOf } from "./rule-chains.ts";
import { eachShortColumn, INK, type InkRuns } from "./runs.ts";

/** A rule is at least this many times as long as it is thick, unless it goes from edge to edge. */
const THINNEST = 25;
/** A line from edge to edge is a rule when it is this many times as long as thick. */
const THINNEST_THROUGH = 8;
/** A rule is at least this share of the picture's width or height. */
const SHORTEST = 0.3;
/** Nearer to an edge than this share of the picture is at the edge. */
const NEAR_EDGE = 0.02;
/** Of a rule at least so much is seen; the rest is under the writing. */
const LEAST_SEEN = 0.5;
/** Pieces of one rule are no further apart than this share of the picture's width. */
const WIDEST_GAP = 0.2;

/**
 * The ink without the rules of the paper: lines, underlines, the grid of squared paper, the borders of tables and
 * frames. Strokes that cross a rule stay whole; of strokes that end on one only what lies inside the rule goes.
 *
 * A horizontal line is a rule by its length alone. A vertical one may be a 1: it is a rule only where both its ends
 * meet the edge of the picture or a horizontal rule.
 *
 * @param stroke width of the writing's strokes; rules are no thicker than one and a half
 * @returns the very same ink where there are no rules
 */
export function eraseRules(ink: Plane, runs: InkRuns, stroke: number): Plane {
	const { width, height } = ink;
	const thickest = Math.max(3, Math.round(1.5 * stroke));
	const horizontal = rulesAmong(shortColumns(runs, thickest), thickest, width).filter((rule) =>
		isLong(rule, width),
	);
	const isAtEdge = (y: number) => y <= NEAR_EDGE * height || y >= (1 - NEAR_EDGE) * height - 1;
	const isAnchored = (y: number, x: number) =>
		isAtEdge(y) ||
		horizontal.some(
			(rule) =>
				rule[0].runs[0].at <= x + thickest &&
				endOf(rule) >= x - thickest &&
				Math.abs(lineAt(rule[0], x) - y) <= 2 * thickest,
		);
	const upright = shortRows(runs, thickest);
	// Most pages end here: without a horizontal rule a vertical one goes from edge to edge.
	if (horizontal.length === 0 && !(isAtEdge(upright[0]?.at) && isAtEdge(upright.at(-1)!.at))) return ink;
	const vertical = rulesAmong(upright, thickest, height).filter(
		(rule) =>
			isThin(rule) &&
			isAnchored(startOf(rule), lineAt(rule[0], startOf(rule))) &&
			isAnchored(endOf(rule), lineAt(rule[0], endOf(rule))),
	);
	if (horizontal.length + vertical.length === 0) return ink;
	const data = ink.data.slice();
	for (const rule of horizontal) erase(rule, { data, breadth: height, along: 1, across: width });
	for (const rule of vertical) erase(rule, { data, breadth: width, along: width, across: 1 });
	return { ...ink, data };
}

/** The vertical runs of ink no longer than `thickest`, from the left. */
function shortColumns(runs: InkRuns, thickest: number): CrossRun[] {
	const found: CrossRun[] = [];
	eachShortColumn(runs, thickest, (at, from, to) => found.push({ at, from, to }));
	// Sorted by counting: comparisons take twice as long as finding them.
	const next = new Uint32Array(runs.width + 1);
	for (const { at } of found) next[at + 1]++;
	for (let at = 0; at < runs.width; at++) next[at + 1] += next[at];
	const sorted = new Array<CrossRun>(found.length);
	for (const run of found) sorted[next[run.at]++] = run;
	return sorted;
}

/** The horizontal runs of ink no longer than `thickest`, row by row. */
function shortRows({ height, rows, edges }: InkRuns, thickest: number): CrossRun[] {
	const found: CrossRun[] = [];
	for (let y = 0; y < height; y++) {
		for (let i = rows[y]; i < rows[y + 1]; i += 2)
			if (edges[i + 1] - edges[i] <= thickest) found.push({ at: y, from: edges[i], to: edges[i + 1] });
	}
	return found;
}

/** Lines of runs across a picture of this length, seen over most of their way and long enough for a rule. */
function rulesAmong(runs: readonly CrossRun[], thickest: number, length: number): Rule[] {
	return joinChains(chainsOf(runs, 2 * thickest), length).filter((rule) => {
		const seen = rule.reduce((sum, { runs }) => sum + runs.length, 0);
		return seen >= LEAST_SEEN * lengthOf(rule) && lengthOf(rule) >= SHORTEST * length;
	});
}

/** Collinear chains, from left to right. */
type Rule = readonly Chain[];

function joinChains(chains: readonly Chain[], width: number): Rule[] {
	const rules: Chain[][] = [];
	for (const chain of [...chains].sort((a, b) => a.runs[0].at - b.runs[0].at)) {
		const rule = rules.find((rule) => continues(rule[rule.length - 1], chain, WIDEST_GAP * width));
		if (rule) rule.push(chain);
		else rules.push([chain]);
	}
	return rules;
}

function continues(before: Chain, after: Chain, widestGap: number): boolean {
	const end = before.runs[before.runs.length - 1].at;
	const start = after.runs[0].at;
	const gap = start - end;
	if (gap < 1 || gap > widestGap) return false;
	// The longer of the two knows better where the line goes.
	const guide = before.runs.length > after.runs.length ? before : after;
	const [here, there] = guide === before ? [end, start] : [start, end];
	const expected = lineAt(guide, here) + guide.slope * (there - here);
	const found = lineAt(guide === before ? after : before, there);
	return Math.abs(expected - found) <= 2 + 0.03 * gap;
}

const lineAt = ({ slope, offset }: Chain, at: number) => offset + slope * at;

const startOf = (rule: Rule) => rule[0].runs[0].at;
const endOf = (rule: Rule) => {
	const { runs } = rule[rule.length - 1];
	return runs[runs.length - 1].at;
};
const lengthOf = (rule: Rule) => endOf(rule) - startOf(rule) + 1;
const isThin = (rule: Rule) => lengthOf(rule) >= THINNEST * thicknessOf(rule);

/** Long for its thickness; a line from edge to edge need not be as thin. */
function isLong(rule: Rule, width: number): boolean {
	const isThrough = startOf(rule) <= NEAR_EDGE * width && endOf(rule) >= (1 - NEAR_EDGE) * width - 1;
	return isThin(rule) || (isThrough && lengthOf(rule) >= THINNEST_THROUGH * thicknessOf(rule));
}

function thicknessOf(rule: Rule): number {
	const sizes = rule.flatMap(({ runs }) => runs.map(({ from, to }) => to - from)).sort((a, b) => a - b);
	return sizes[sizes.length >> 1];
}

/** A picture seen along rules: how far it goes across them, and the steps in its data. */
interface Grain {
	readonly data: Uint8Array;
	readonly breadth: number;
	readonly along: number;
	readonly across: number;
}

function erase(rule: Rule, grain: Grain): void {
	const thickness = thicknessOf(rule);
	const seen = rule.flatMap(({ runs }) => runs);
	for (let i = 0; i < seen.length; i++) {
		const { at, from, to } = seen[i];
		eraseAcross(grain, at, (from + to - 1) / 2, thickness);
		const next = seen[i + 1];
		for (let step = at + 1; next && step < next.at; step++) {
			const share = (step - at) / (next.at - at);
			const middle = ((1 - share) * (from + to - 1) + share * (next.from + next.to - 1)) / 2;
			eraseAcross(grain, step, middle, thickness);
		}
	}
}

function eraseAcross(
	{ data, breadth, along, across }: Grain,
	at: number,
	middle: number,
	thickness: number,
): void {
	const start = at * along;
	const isInk = (i: number) => i >= 0 && i < breadth && data[start + i * across] >= INK;
	const reach = thickness / 2 + 1;
	const centre = Math.round(middle);
	let low = centre;
	let high = centre;
	while (isInk(low - 1)) low--;
	while (isInk(high + 1)) high++;
	// A stroke that goes on to both sides crosses the rule.
	if (middle - low > reach && high - middle > reach) return;
	const from = Math.max(0, Math.floor(middle - reach), low - 1);
	const to = Math.min(breadth - 1, Math.ceil(middle + reach), high + 1);
	for (let i = from; i <= to; i++) data[start + i * across] = 0;
}
