import type { Plane } from "../pixels.ts";
import { INK } from "../runs.ts";
import { acrossAt, type Rule } from "./rule.ts";

/** Ink nearer to a rule than so many pixels beyond its thickness is its own. */
const BESIDE = 2;
/** What is written inside covers at least this share of it, and is at least this share of all other ink. */
const LEAST_WRITTEN = 0.006;
const LEAST_SHARE = 0.2;

/**
 * Whether a good part of the writing lies between the outer ones of these rules and belongs to none of them: the loops of
 * digits are empty, and what two digits enclose is little.
 */
export function holdsInk(
	{ levels, walls }: { readonly levels: readonly Rule[]; readonly walls: readonly Rule[] },
	{ width, height, data }: Plane,
): boolean {
	const [left, right] = outerOf(walls);
	const [top, bottom] = outerOf(levels);
	let area = 0;
	let written = 0;
	const isOn = (rules: readonly Rule[], along: number, across: number) =>
		rules.some(
			(rule) =>
				along >= rule.from - BESIDE &&
				along <= rule.to + BESIDE &&
				Math.abs(acrossAt(rule, along) - across) <= rule.thickness / 2 + BESIDE,
		);
	const first = Math.max(0, Math.floor(Math.min(...top.middles)));
	const last = Math.min(height - 1, Math.ceil(Math.max(...bottom.middles)));
	for (let y = first; y <= last; y++) {
		const from = Math.max(0, Math.ceil(acrossAt(left, y)));
		const to = Math.min(width - 1, Math.floor(acrossAt(right, y)));
		for (let x = from; x <= to; x++) {
			if (acrossAt(top, x) > y || acrossAt(bottom, x) < y) continue;
			area++;
			if (data[y * width + x] >= INK && !isOn(levels, x, y) && !isOn(walls, y, x)) written++;
		}
	}
	const own = [...levels, ...walls].reduce(
		(sum, { from, to, thickness }) => sum + (to - from + 1) * thickness,
		0,
	);
	let all = 0;
	for (const value of data) if (value >= INK) all++;
	return written > LEAST_WRITTEN * area && written >= LEAST_SHARE * (all - own);
}

/** The first and the last of rules, by where their middles are. */
function outerOf(rules: readonly Rule[]): readonly [first: Rule, last: Rule] {
	const middle = ({ middles }: Rule) => middles[middles.length >> 1];
	const sorted = [...rules].sort((a, b) => middle(a) - middle(b));
	return [sorted[0], sorted[sorted.length - 1]];
}
