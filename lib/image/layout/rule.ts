/** A long thin line of the paper: printed, drawn or ruled, level or upright, a little slanted or curved. */
export interface Rule {
	/** First and last pixel along it. */
	readonly from: number;
	readonly to: number;
	readonly thickness: number;
	/** Where its middle is, across it, for every pixel from `from` to `to`. */
	readonly middles: Float32Array;
	/** 1 for every pixel from `from` to `to` where it was seen by itself, 0 in gaps and under writing. */
	readonly seen: Uint8Array;
	/** How steeply it goes on before its first and after its last pixel. */
	readonly slopes: readonly [before: number, after: number];
	/** Whether it is dots or dashes: nothing else that people draw is. */
	readonly isDotted?: true;
}

export const lengthOf = ({ from, to }: Rule): number => to - from + 1;

/** Where the middle of a rule is, across it; beyond its ends where it would go on. */
export function acrossAt({ from, to, middles, slopes }: Rule, along: number): number {
	if (along < from) return middles[0] + slopes[0] * (along - from);
	if (along > to) return middles[to - from] + slopes[1] * (along - to);
	return middles[Math.round(along) - from];
}

/** A rule of the sheet and one that is upright, where they meet or would meet if both went on. */
export interface Crossing {
	readonly x: number;
	readonly y: number;
	/** How far the level, and the upright, would have to go on to meet, in pixels; 0 where they do. */
	readonly beside: number;
	readonly above: number;
}

/** Where a level and an upright rule cross. */
export function crossingOf(level: Rule, upright: Rule): Crossing {
	let x = (level.from + level.to) / 2;
	let y = acrossAt(level, x);
	for (let i = 0; i < 3; i++) {
		x = acrossAt(upright, y);
		y = acrossAt(level, x);
	}
	const beside = Math.max(0, level.from - x, x - level.to);
	const above = Math.max(0, upright.from - y, y - upright.to);
	return { x, y, beside, above };
}

/**
 * Whether a rule is seen right beside another one of this thickness that crosses it at `along`, before or after it.
 *
 * @param reach pixels beside it that are looked at
 */
export function isSeenBeside(
	{ from, to, seen }: Rule,
	along: number,
	thickness: number,
	reach: number,
): boolean {
	const clear = Math.ceil(thickness / 2);
	const isSeen = (at: number) => at >= from && at <= to && seen[at - from] === 1;
	for (let step = clear; step <= clear + reach; step++)
		if (isSeen(Math.round(along) - step) || isSeen(Math.round(along) + step)) return true;
	return false;
}

/** A rule of a picture that was made smaller by this factor, in the picture itself. */
export function scaled(rule: Rule, factor: number): Rule {
	if (factor === 1) return rule;
	const from = rule.from * factor;
	const to = (rule.to + 1) * factor - 1;
	const middles = new Float32Array(to - from + 1);
	const seen = new Uint8Array(to - from + 1);
	for (let at = from; at <= to; at++) {
		const place = (at + 0.5) / factor - 0.5;
		const before = Math.min(rule.to, Math.max(rule.from, Math.floor(place)));
		const after = Math.min(rule.to, before + 1);
		const share = Math.min(1, Math.max(0, place - before));
		const middle = acrossAt(rule, before) * (1 - share) + acrossAt(rule, after) * share;
		middles[at - from] = (middle + 0.5) * factor - 0.5;
		seen[at - from] = rule.seen[Math.floor(at / factor) - rule.from];
	}
	return { ...rule, from, to, middles, seen, thickness: rule.thickness * factor };
}

/** The thickness of the walls of one structure differs by no more than this factor. */
const ALIKE = 1.8;
export const isAlike = ({ thickness }: Rule, other: number, factor = ALIKE) =>
	Math.max(thickness, other) <= factor * Math.min(thickness, other) + 1;

/** How far a rule goes across for each pixel along, from end to end. */
export const slopeOf = ({ from, to, middles }: Rule) =>
	(middles[to - from] - middles[0]) / Math.max(1, to - from);

/** How far a rule is off the straight line between its ends, root mean square, in pixels. */
export function straightness(rule: Rule): number {
	const { middles } = rule;
	const step = slopeOf(rule);
	return Math.sqrt(
		middles.reduce((sum, middle, i) => sum + (middle - middles[0] - step * i) ** 2, 0) / middles.length,
	);
}
