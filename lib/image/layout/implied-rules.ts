import { median } from "../../median.ts";
import { acrossAt, type Rule } from "./rule.ts";

/** Rules are looked for between others where at least so many are known, and beyond them where more are. */
const LEAST_KNOWN = 3;
const LEAST_TO_GO_ON = 4;
/** So many rules at most are missing side by side. */
const MOST_MISSING = 3;
/** Rules are in step within this share of it; so far from its place one is looked for. */
const IN_STEP = 0.15;
const NEAR = 0.12;
/** So much of a rule is ink where it is told by its place. */
const LEAST_INK = 0.8;

/** Whether there is ink at a place along and across rules. */
export type InkAt = (along: number, across: number) => boolean;

/**
 * Equally spaced rules with those between and beside them that are missing but for their ink: writing lies along them, or
 * touches them nearly everywhere.
 *
 * @param breadth of the picture across the rules
 */
export function withImplied(rules: readonly Rule[], breadth: number, isInk: InkAt): Rule[] {
	if (rules.length < LEAST_KNOWN) return [...rules];
	const from = median(rules.map(({ from }) => from));
	const to = median(rules.map(({ to }) => to));
	const at = (from + to) >> 1;
	const known = [...rules].sort((a, b) => acrossAt(a, at) - acrossAt(b, at));
	const places = known.map((rule) => acrossAt(rule, at));
	const gaps = places.slice(1).map((place, i) => place - places[i]);
	const step = median(gaps.filter((gap) => gap > 0.1 * median(gaps)));
	const missing: Rule[] = [];
	for (const [i, gap] of gaps.entries()) {
		const count = Math.round(gap / step);
		if (count < 2 || count > MOST_MISSING + 1 || Math.abs(gap / count - step) > IN_STEP * step) continue;
		for (let k = 1; k < count; k++)
			missing.push(...seenAt(between(known[i], known[i + 1], k / count, from, to), step, isInk));
	}
	if (known.length >= LEAST_TO_GO_ON && isRegular(gaps, step)) {
		for (const [last, sign] of [[known[0], -1] as const, [known[known.length - 1], 1] as const]) {
			for (let next = beside(last, sign * step, breadth); next; ) {
				const [found] = seenAt(next, step, isInk);
				if (!found) break;
				missing.push(found);
				next = beside(found, sign * step, breadth);
			}
		}
	}
	return [...known, ...missing].sort((a, b) => acrossAt(a, at) - acrossAt(b, at));
}

const isRegular = (gaps: readonly number[], step: number) =>
	gaps.filter((gap) => Math.abs(gap - step) <= IN_STEP * step).length >= 0.6 * gaps.length;

/** What would lie between two rules, at this share of the way. */
function between(a: Rule, b: Rule, share: number, from: number, to: number): Rule {
	return drawn(a, from, to, (at) => acrossAt(a, at) * (1 - share) + acrossAt(b, at) * share);
}

/** What would lie beside a rule, so far away; null beyond the picture. */
function beside(rule: Rule, distance: number, breadth: number): Rule | null {
	const moved = drawn(rule, rule.from, rule.to, (at) => acrossAt(rule, at) + distance);
	return moved.middles.every((middle) => middle >= 0 && middle < breadth) ? moved : null;
}

function drawn(like: Rule, from: number, to: number, place: (at: number) => number): Rule {
	const middles = Float32Array.from({ length: to - from + 1 }, (_, i) => place(from + i));
	return { ...like, from, to, middles, seen: new Uint8Array(middles.length) };
}

/** The rule where its ink lies, near the place where it should be; none where there is not enough. */
function seenAt(rule: Rule, step: number, isInk: InkAt): Rule[] {
	const reach = Math.ceil(NEAR * step);
	let best = 0;
	let least = LEAST_INK;
	for (let off = -reach; off <= reach; off++) {
		let inked = 0;
		for (const [i, middle] of rule.middles.entries()) {
			const [along, across] = [rule.from + i, Math.round(middle) + off];
			if (isInk(along, across) || isInk(along, across - 1) || isInk(along, across + 1)) inked++;
		}
		const share = inked / rule.middles.length - (0.02 * Math.abs(off)) / reach;
		if (share <= least) continue;
		least = share;
		best = off;
	}
	if (least === LEAST_INK) return [];
	return [drawn(rule, rule.from, rule.to, (at) => acrossAt(rule, at) + best)];
}
