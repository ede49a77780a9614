import { median } from "../../median.ts";
import { acrossAt, lengthOf, type Rule } from "./rule.ts";

/** Of equally spaced rules most are in step within this share of it; at least so many tell. */
const IN_STEP = 0.15;
const MOST = 0.7;
const LEAST_LONG = 4;
/** Long rules are longer than this share of the longest, short ones than the other. */
const LONG = 0.75;
const SHORT = 0.6;
/** What is further out of step than this share of it is no rule of theirs. */
const OFF_STEP = 0.2;

/**
 * Equally spaced rules without short ones that are out of step: the strokes of digits that stand one below the other in the
 * rows of a table, or side by side in its columns.
 */
export function withoutOffStep(rules: readonly Rule[]): Rule[] {
	const longest = Math.max(...rules.map(lengthOf));
	const long = rules.filter((rule) => lengthOf(rule) >= LONG * longest);
	if (long.length < LEAST_LONG) return [...rules];
	const at = Math.round(median(long.map(({ from, to }) => (from + to) / 2)));
	const places = long.map((rule) => acrossAt(rule, at)).sort((a, b) => a - b);
	const gaps = places.slice(1).map((place, i) => place - places[i]);
	const step = median(gaps);
	const offStep = (distance: number) => Math.abs(distance / step - Math.round(distance / step));
	if (gaps.filter((gap) => gap > 0.5 * step && offStep(gap) <= IN_STEP).length < MOST * gaps.length)
		return [...rules];
	return rules.filter((rule) => {
		if (lengthOf(rule) >= SHORT * longest) return true;
		const middle = (rule.from + rule.to) >> 1;
		const here = acrossAt(rule, middle);
		return offStep(Math.min(...long.map((other) => Math.abs(acrossAt(other, middle) - here)))) <= OFF_STEP;
	});
}
