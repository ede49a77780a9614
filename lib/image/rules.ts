import type { Plane } from "./pixels.ts";
import { type Chain, type CrossRun, chainsOf } from "./rule-chains.ts";
import { eachShortColumn, INK, type InkRuns } from "./runs.ts";

/** A rule is at least this many times as long as it is thick, unless it goes from edge to edge. */
const THINNEST = 25;
/** A line from edge to edge is a rule when it is this many times as long as thick. */
const THINNEST_THROUGH = 8;
/** A rule is at least this share of the picture's width. */
const SHORTEST = 0.3;
/** Of a rule at least so much is seen; the rest is under the writing. */
const LEAST_SEEN = 0.5;
/** Pieces of one rule are no further apart than this share of the picture's width. */
const WIDEST_GAP = 0.2;

/**
 * The ink without the rules of the paper, horizontal ones: lines, underlines, the borders of tables and frames.
 * Strokes that cross a rule stay whole; of strokes that end on one only what lies inside the rule goes.
 *
 * @param stroke width of the writing's strokes; rules are no thicker than one and a half
 * @returns the very same ink where there are no rules
 */
export function eraseRules(ink: Plane, runs: InkRuns, stroke: number): Plane {
	const thickest = Math.max(3, Math.round(1.5 * stroke));
	const rules = joinChains(chainsOf(shortRuns(runs, thickest), 2 * thickest), ink.width).filter((rule) =>
		isRule(rule, ink.width),
	);
	if (rules.length === 0) return ink;
	const data = ink.data.slice();
	for (const rule of rules) erase({ ...ink, data }, rule);
	return { ...ink, data };
}

/** The vertical runs of ink no longer than `thickest`, column by column. */
function shortRuns(runs: InkRuns, thickest: number): CrossRun[] {
	const columns: CrossRun[][] = Array.from({ length: runs.width }, () => []);
	eachShortColumn(runs, thickest, (at, from, to) => columns[at].push({ at, from, to }));
	return columns.flat();
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

function isRule(rule: Rule, width: number): boolean {
	const first = rule[0].runs[0].at;
	const last = rule[rule.length - 1].runs[rule[rule.length - 1].runs.length - 1].at;
	const length = last - first + 1;
	const seen = rule.reduce((sum, { runs }) => sum + runs.length, 0);
	if (seen < LEAST_SEEN * length || length < SHORTEST * width) return false;
	const isThrough = first <= 0.02 * width && last >= 0.98 * width - 1;
	return length >= (isThrough ? THINNEST_THROUGH : THINNEST) * thicknessOf(rule);
}

function thicknessOf(rule: Rule): number {
	const sizes = rule.flatMap(({ runs }) => runs.map(({ from, to }) => to - from)).sort((a, b) => a - b);
	return sizes[sizes.length >> 1];
}

function erase(ink: Plane, rule: Rule): void {
	const thickness = thicknessOf(rule);
	const seen = rule.flatMap(({ runs }) => runs);
	for (let i = 0; i < seen.length; i++) {
		const { at, from, to } = seen[i];
		eraseColumn(ink, at, (from + to - 1) / 2, thickness);
		const next = seen[i + 1];
		for (let x = at + 1; next && x < next.at; x++) {
			const share = (x - at) / (next.at - at);
			eraseColumn(ink, x, ((1 - share) * (from + to - 1) + share * (next.from + next.to - 1)) / 2, thickness);
		}
	}
}

function eraseColumn({ width, height, data }: Plane, x: number, middle: number, thickness: number): void {
	const isInk = (y: number) => y >= 0 && y < height && data[y * width + x] >= INK;
	const reach = thickness / 2 + 1;
	const centre = Math.round(middle);
	let top = centre;
	let bottom = centre;
	while (isInk(top - 1)) top--;
	while (isInk(bottom + 1)) bottom++;
	// A stroke that goes on above and below crosses the rule.
	if (middle - top > reach && bottom - middle > reach) return;
	const from = Math.max(0, Math.floor(middle - reach), top - 1);
	const to = Math.min(height - 1, Math.ceil(middle + reach), bottom + 1);
	for (let y = from; y <= to; y++) data[y * width + x] = 0;
}
