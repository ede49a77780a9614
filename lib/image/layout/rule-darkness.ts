import type { Plane } from "../pixels.ts";
import type { Rule } from "./rule.ts";

/** How dark a rule is, is looked at in so many pieces, each at least so long. */
const PIECES = 18;
const SHORTEST_PIECE = 6;
/** So much of a piece is no darker than the rule there. */
const DARK_SIDE = 0.65;

/** A picture seen along rules: its breadth across them, and the steps in its data. */
export interface Grain {
	readonly zone: number;
	readonly breadth: number;
	readonly along: number;
	readonly across: number;
}

/** How dark each of these rules is, for every pixel along it. */
export function rulesLevels(ink: Plane, rules: readonly Rule[], grain: Grain): Uint8Array[] {
	const seen = rules.map((rule) => seenDarkness(ink, rule, grain));
	const middles = seen.map((values) =>
		quantile(
			values.filter((value) => value >= 0),
			0.5,
		),
	);
	const usual = quantile(middles, 0.5);
	return seen.map((values) => localLevels(values, usual));
}

/** How dark a rule is in its middle, for every pixel along it; -1 where it is not seen by itself. */
function seenDarkness({ data }: Plane, rule: Rule, { breadth, along, across }: Grain): Int16Array {
	const values = new Int16Array(rule.middles.length).fill(-1);
	for (const [k, middle] of rule.middles.entries()) {
		if (rule.seen[k] === 0) continue;
		const i = Math.min(breadth - 1, Math.max(0, Math.round(middle)));
		const p = (rule.from + k) * along + i * across;
		values[k] = data[p];
	}
	return values;
}

/**
 * How dark a rule is about each pixel along it: it may be darker here than there, as the light on the paper is, and one
 * that is hardly a pixel thick flickers. Where too little of it is seen it is as dark as most rules are.
 */
function localLevels(seen: Int16Array, usual: number): Uint8Array {
	const levels = new Uint8Array(seen.length);
	const step = Math.max(SHORTEST_PIECE, Math.ceil(seen.length / PIECES));
	for (let from = 0; from < seen.length; from += step) {
		const about = seen.subarray(Math.max(0, from - step), from + 2 * step).filter((value) => value >= 0);
		const level = about.length < step ? usual : Math.max(usual, quantile(about, DARK_SIDE));
		levels.fill(level, from, from + step);
	}
	return levels;
}

function quantile(values: ArrayLike<number>, share: number): number {
	const sorted = Float32Array.from(values).sort();
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 255;
}
