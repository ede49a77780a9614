import { median } from "../../median.ts";
import type { Plane } from "../pixels.ts";
import { crossingOf, type Rule } from "./rule.ts";

/** A picture seen along rules: its breadth across them, and the steps in its data. */
export interface Grain {
	readonly zone: number;
	readonly breadth: number;
	readonly along: number;
	readonly across: number;
}

/** A rule reaches so many pixels beyond its thickness on both sides: its soft edge. */
const SOFT = 1;
/** Ink differs from other ink by so much at least. */
export const LEAST_CONTRAST = 40;
/** What crosses so many rules is no stroke. */
const LEAST_CROSSED = 4;

export const reachOf = ({ thickness }: Rule): number => thickness / 2 + SOFT;

/** How a rule looks where it is seen by itself. */
export interface RuleLook {
	/** How dark it is in its middle: the median. */
	readonly level: number;
	/** The sum of the ink across it: the median. The same however its edges lie on the pixels. */
	readonly mass: number;
}

/**
 * How rules look, each by itself: they are as dark as most are. One that is darker may be a stroke that was taken for a
 * rule, unless it crosses many others.
 *
 * @param others what they cross
 */
export function looksOf(
	ink: Plane,
	rules: readonly Rule[],
	others: readonly Rule[],
	grain: Grain,
): RuleLook[] {
	const looks = rules.map((rule) => lookOf(ink, rule, grain));
	const seen = looks.filter((look) => look !== null);
	const level = seen.length > 0 ? median(seen.map(({ level }) => level)) : 255;
	const mass = median(seen.map(({ mass }) => mass));
	return looks.map((own, i) => {
		if (!own) return { level, mass };
		const isDarker = own.level > level + LEAST_CONTRAST;
		if (!isDarker) return { level, mass: Math.max(own.mass, mass) };
		const crossed = others.filter((other) => cross(rules[i], other, grain)).length;
		return crossed >= LEAST_CROSSED ? own : { level, mass };
	});
}

function cross(rule: Rule, other: Rule, { along }: Grain): boolean {
	const { beside, above } = along === 1 ? crossingOf(rule, other) : crossingOf(other, rule);
	return beside + above <= rule.thickness + other.thickness;
}

/** How a rule looks; null where it is not seen by itself. */
function lookOf(ink: Plane, rule: Rule, grain: Grain): RuleLook | null {
	const { breadth, along, across } = grain;
	const levels: number[] = [];
	const masses: number[] = [];
	const reach = reachOf(rule);
	for (let at = rule.from; at <= rule.to; at++) {
		if (rule.seen[at - rule.from] === 0) continue;
		const middle = rule.middles[at - rule.from];
		const i = Math.min(breadth - 1, Math.max(0, Math.round(middle)));
		levels.push(ink.data[at * along + i * across]);
		const first = Math.max(0, Math.floor(middle - reach));
		masses.push(massAt(ink, at, first, Math.min(breadth - 1, Math.ceil(middle + reach)), grain));
	}
	return levels.length > 0 ? { level: median(levels), mass: median(masses) } : null;
}

/** The ink across a rule at one place along it. */
export function massAt(
	{ data }: Plane,
	at: number,
	first: number,
	last: number,
	{ along, across }: Grain,
): number {
	let sum = 0;
	for (let i = first; i <= last; i++) sum += data[at * along + i * across];
	return sum;
}
