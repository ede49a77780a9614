import type { CrossRun } from "../cross-runs.ts";
import { chainsOf } from "../rule-chains.ts";
import { acrossAt, lengthOf, type Rule } from "./rule.ts";

/** Of a rule at least so much is seen; the rest is gaps and writing. */
const LEAST_SEEN = 0.5;
/** A rule is at least so many times as long as it is thick, the tick of a comb too. */
const THINNEST = 2.5;
/** Pieces of one rule are no further apart than this share of the picture, and than they are long together. */
const WIDEST_GAP = 0.2;
const WIDEST_OF_LONG = 0.6;
/** A rule is prolonged by ink at its end by no more than this share of what was seen of it. */
const MOST_PROLONGED = 0.6;
/** Writing hides so much of a rule at least, in strokes. */
const WIDEST_WRITING = 10;
/** The thickness of two pieces of one rule differs by no more than this factor. */
const ALIKE = 2.5;
/** A piece may turn away from the rest of its rule by this slope; so far along it that is looked at, in thicknesses and pixels. */
const TURN = 0.06;
const TURN_LENGTH = 12;
const SHORTEST_TURN = 40;
/** The middle of a line moves by so much of its thickness from pixel to pixel at most. */
const RAGGED = 0.25;
/** Where a run is so many times as thick as the rule, writing touches it. */
const TOUCHED = 1.5;
/** So many pieces are looked at, the longest: more are texture. */
const MOST_CHAINS = 600;

/**
 * The thin lines among cross runs, longest first: chains of runs, joined where one goes on as another one does. The
 * longest chains come first: they know best where their line goes.
 *
 * @param runs by ascending `at`, no longer than a rule is thick
 * @param stroke width of the writing's strokes
 * @param length of the picture along the rules
 * @param isInk whether there is ink at a place along and across the rules
 */
export function rulesAmong(
	runs: readonly CrossRun[],
	stroke: number,
	length: number,
	isInk: (along: number, across: number) => boolean,
): Rule[] {
	const chains = chainsOf(runs, Math.max(6, 1.5 * stroke), Math.max(1.5, RAGGED * stroke))
		.sort((a, b) => b.runs.length - a.runs.length)
		.slice(0, MOST_CHAINS);
	let rules = chains.map(({ runs }) => ruleOf(runs));
	const widest = Math.max(WIDEST_GAP * length, WIDEST_WRITING * stroke);
	rules = allJoined(rules, widest);
	// Writing may hide that two pieces are one until both are followed under it.
	rules = allJoined(
		rules.map((rule) => prolonged(rule, length, isInk)),
		widest,
	);
	return rules
		.map((rule) => prolonged(rule, length, isInk))
		.filter((rule) => seenOf(rule) >= LEAST_SEEN && lengthOf(rule) >= THINNEST * rule.thickness)
		.sort((a, b) => lengthOf(b) - lengthOf(a));
}

/** A rule with the runs that it was seen by. */
interface SeenRule extends Rule {
	readonly runs: readonly CrossRun[];
}

function allJoined(rules: readonly SeenRule[], widestGap: number): SeenRule[] {
	const once = joined(rules, widestGap);
	return once.length === rules.length ? once : allJoined(once, widestGap);
}

/** @param rules longest first */
function joined(rules: readonly SeenRule[], widestGap: number): SeenRule[] {
	const kept: SeenRule[] = [];
	for (const rule of rules) {
		let nearest = -1;
		let least = Number.POSITIVE_INFINITY;
		for (const [i, other] of kept.entries()) {
			const gap = Math.max(other.from - rule.to, rule.from - other.to, 0);
			const widest = Math.max(widestGap, WIDEST_OF_LONG * other.runs.length);
			if (gap < least && gap <= widest && goesOn(other, rule, gap)) {
				nearest = i;
				least = gap;
			}
		}
		if (nearest < 0) kept.push(rule);
		else kept[nearest] = ruleOf(inOrder(kept[nearest].runs, rule.runs));
	}
	return kept.sort((a, b) => b.runs.length - a.runs.length);
}

/** Whether two rules lie where the other one goes or would go on: the shorter may know it better, where it is alone. */
function goesOn(longer: SeenRule, rule: SeenRule, gap: number): boolean {
	if (gap > longer.runs.length + rule.runs.length) return false;
	const thickness = Math.max(longer.thickness, rule.thickness);
	if (thickness > ALIKE * Math.min(longer.thickness, rule.thickness) + 1) return false;
	const slack = 1.5 + 0.3 * thickness + 0.03 * gap;
	return leadsTo(longer, rule, slack) || leadsTo(rule, longer, slack);
}

/** Whether a rule would go on as another one does, at its near end and some way along it. */
function leadsTo(rule: SeenRule, other: SeenRule, slack: number): boolean {
	const isAfter = other.from + other.to > rule.from + rule.to;
	const [near, far] = isAfter ? [other.from, other.to] : [other.to, other.from];
	const looked = Math.min(
		other.to - other.from,
		Math.max(SHORTEST_TURN, TURN_LENGTH * Math.max(rule.thickness, other.thickness)),
	);
	const beyond = near + Math.sign(far - near) * looked;
	const offAt = (at: number) => Math.abs(acrossAt(rule, at) - acrossAt(other, at));
	return offAt(near) <= slack && offAt(beyond) <= slack + TURN * looked;
}

function inOrder(a: readonly CrossRun[], b: readonly CrossRun[]): CrossRun[] {
	return [...a, ...b].sort((p, q) => p.at - q.at);
}

/** A rule as far as there is ink where it would go on: writing that touches it hides where it is, not that it is. */
function prolonged(
	rule: SeenRule,
	length: number,
	isInk: (along: number, across: number) => boolean,
): SeenRule {
	const most = MOST_PROLONGED * rule.runs.length;
	const follow = (end: number, step: 1 | -1) => {
		let reached = end;
		for (let at = end + step; at >= 0 && at < length && Math.abs(at - end) <= most; at += step) {
			if (isInk(at, Math.round(acrossAt(rule, at)))) reached = at;
			else if (Math.abs(at - reached) > 2) break;
		}
		return reached;
	};
	const from = follow(rule.from, -1);
	const to = follow(rule.to, 1);
	if (from === rule.from && to === rule.to) return rule;
	const middles = new Float32Array(to - from + 1);
	for (let at = from; at <= to; at++) middles[at - from] = acrossAt(rule, at);
	const seen = new Uint8Array(to - from + 1);
	seen.set(rule.seen, rule.from - from);
	return { ...rule, from, to, middles, seen };
}

const seenOf = ({ runs, from, to }: SeenRule) => runs.length / (to - from + 1);

/** A rule as its runs show it; they are in order. */
export function ruleOf(runs: readonly CrossRun[]): SeenRule {
	const thickness = median(runs.map(({ from, to }) => to - from));
	const alone = runs.filter(({ from, to }) => to - from <= TOUCHED * thickness + 1);
	const from = runs[0].at;
	const to = runs[runs.length - 1].at;
	const knots = knotsOf(alone, Math.max(8, Math.round(2 * thickness)));
	const slopes = [endSlope(knots), endSlope(knots.toReversed())] as const;
	const [first, last] = [knots[0], knots[knots.length - 1]];
	const middles = new Float32Array(to - from + 1);
	for (let at = from, k = 0; at <= to; at++) {
		while (k + 2 < knots.length && knots[k + 1].at < at) k++;
		const [a, b] = [knots[k], knots[Math.min(k + 1, knots.length - 1)]];
		if (at < first.at) middles[at - from] = first.middle + slopes[0] * (at - first.at);
		else if (at > last.at) middles[at - from] = last.middle + slopes[1] * (at - last.at);
		else
			middles[at - from] =
				b.at > a.at ? a.middle + ((at - a.at) * (b.middle - a.middle)) / (b.at - a.at) : a.middle;
	}
	const seen = new Uint8Array(to - from + 1);
	for (const { at } of runs) seen[at - from] = 1;
	return { from, to, thickness, middles, seen, slopes, runs };
}

interface Knot {
	readonly at: number;
	readonly middle: number;
}

/** How steep a line is at its first knot: over a third of its way, but at least four knots. */
function endSlope(knots: readonly Knot[]): number {
	const first = knots[0];
	const other = knots[Math.min(knots.length - 1, Math.max(4, Math.round(knots.length / 3)))];
	return other.at === first.at ? 0 : (other.middle - first.middle) / (other.at - first.at);
}

/** Where a line goes: the median middle of its runs, every `step` pixels. */
function knotsOf(runs: readonly CrossRun[], step: number): Knot[] {
	const knots: Knot[] = [];
	for (let i = 0; i < runs.length; ) {
		const piece: CrossRun[] = [];
		for (const first = runs[i].at; i < runs.length && runs[i].at < first + step; i++) piece.push(runs[i]);
		knots.push({
			at: piece.reduce((sum, { at }) => sum + at, 0) / piece.length,
			middle: median(piece.map(({ from, to }) => (from + to - 1) / 2)),
		});
	}
	return knots;
}

function median(values: number[]): number {
	return values.sort((a, b) => a - b)[values.length >> 1];
}
