import { acrossAt, isAlike, type Rule, slopeOf } from "./rule.ts";

/** Equally spaced rules are no further out of step, as a share of it; so many of them are in step. */
const IN_STEP = 0.15;
const LEAST_IN_STEP = 0.6;
/** What lies beside a rule over this share of its length, no further from it than this share of a step, is none. */
const COVERED = 0.5;
const SAME_PLACE = 0.3;

/**
 * Equally spaced rules with those pieces of others that lie where they would be in step: most of such a rule is under
 * writing, or faint.
 */
export function withMissing(rules: readonly Rule[], all: readonly Rule[]): Rule[] {
	if (rules.length < 4) return [...rules];
	const at = Math.round(rules.reduce((sum, { from, to }) => sum + (from + to) / 2, 0) / rules.length);
	const places = rules.map((rule) => acrossAt(rule, at)).sort((a, b) => a - b);
	const gaps = places.slice(1).map((place, i) => place - places[i]);
	const step = median([...gaps]);
	const offStep = (distance: number, step: number) => Math.abs(distance / step - Math.round(distance / step));
	const inStep = gaps.filter((gap) => offStep(gap, step) <= IN_STEP).length;
	if (inStep < LEAST_IN_STEP * gaps.length) return [...rules];
	const thickness = median(rules.map(({ thickness }) => thickness));
	const slope = median(rules.map(slopeOf));
	const isCovered = (rule: Rule) =>
		rules.some((other) => {
			const common = Math.min(rule.to, other.to) - Math.max(rule.from, other.from);
			const middle = (rule.from + rule.to) >> 1;
			const apart = Math.abs(acrossAt(other, middle) - acrossAt(rule, middle));
			return common >= COVERED * (rule.to - rule.from) && apart <= SAME_PLACE * step;
		});
	const missing = all.filter((rule) => {
		if (
			rules.includes(rule) ||
			isCovered(rule) ||
			!isAlike(rule, thickness) ||
			Math.abs(slopeOf(rule) - slope) > 0.06
		)
			return false;
		const middle = (rule.from + rule.to) >> 1;
		const here = acrossAt(rule, middle);
		const sorted = rules
			.map((other) => acrossAt(other, middle))
			.sort((a, b) => Math.abs(a - here) - Math.abs(b - here));
		return sorted[0] !== undefined && offStep(here - sorted[0], step) <= IN_STEP / 2;
	});
	return [...rules, ...missing].sort((a, b) => acrossAt(a, at) - acrossAt(b, at));
}

function median(values: number[]): number {
	return values.sort((a, b) => a - b)[values.length >> 1];
}
