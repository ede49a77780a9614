import { type CrossRun, shortColumns, shortRows } from "./cross-runs.ts";
import { ruleOf } from "./layout/find-rules.ts";
import { takeOut } from "./layout/take-out.ts";
import type { Plane } from "./pixels.ts";
import { type Chain, chainsOf } from "./rule-chains.ts";
import type { InkRuns } from "./runs.ts";

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
/** So many pieces are looked at, the longest: more are texture. */
const MOST_CHAINS = 600;
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
	const asSeen = (rule: Rule) => ruleOf(rule.flatMap(({ runs }) => runs));
	return takeOut(ink, horizontal.map(asSeen), vertical.map(asSeen), stroke);
}

/** Lines of runs across a picture of this length, seen over most of their way and long enough for a rule. */
function rulesAmong(runs: readonly CrossRun[], thickest: number, length: number): Rule[] {
	const chains = chainsOf(runs, 2 * thickest)
		.sort((a, b) => b.runs.length - a.runs.length)
		.slice(0, MOST_CHAINS);
	return joinChains(chains, length).filter((rule) => {
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
