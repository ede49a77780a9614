import { inStep, type Standing } from "./in-step.ts";
import { acrossAt, isAlike, lengthOf, type Rule, straightness } from "./rule.ts";

/** A tick ends on its level within this share of its length. */
const EXACT = 0.08;
/** Ticks of one comb are of one length within this share of it. */
const ALIKE_LONG = 0.15;
/** Ticks are straight within this share of their length, root mean square. */
const STRAIGHT = 0.03;
/** From the first and the last tick it is no further than so many steps to the end of the level. */
const TO_END = 1.2;

/** What stands on a level, and what hangs from it. */
const FEET = [
	["to", "from"],
	["from", "to"],
] as const;

/**
 * The ticks of a comb that are not as high as its boxes: uprights that stand on a level, or hang from it, equally long
 * and equally spaced from one end of it to the other. Ones on a ruled line are not: they begin and end anywhere. What
 * reaches another level is none either, but a wall or a long stroke.
 *
 * @param levels all levels that there are
 */
export function ticksOn(level: Rule, uprights: readonly Rule[], levels: readonly Rule[]): Rule[] {
	return FEET.flatMap(([foot, head]) => {
		const reachesOther = (upright: Rule) =>
			levels.some((other) => other !== level && isOn(other, upright, head));
		const standing = uprights
			.filter((upright) => isOn(level, upright, foot) && !reachesOther(upright))
			.map((upright): Standing => {
				const x = acrossAt(upright, upright[foot]);
				return { upright, x, topX: x, bottomX: x, top: upright.from, bottom: upright.to };
			})
			.sort((a, b) => a.x - b.x);
		let best: Standing[] = [];
		for (const { upright } of standing) {
			const length = lengthOf(upright);
			const alike = standing.filter(
				({ upright: other }) =>
					Math.abs(lengthOf(other) - length) <= 2 + ALIKE_LONG * length && isAlike(other, upright.thickness),
			);
			if (alike.length <= best.length) continue;
			const found = inStep(alike, length);
			if (found.length > best.length && reachesEnds(level, found)) best = found;
		}
		return best.map(({ upright }) => upright);
	});
}

/** Whether an upright stands on a level with its foot. */
function isOn(level: Rule, upright: Rule, foot: "from" | "to"): boolean {
	const x = acrossAt(upright, upright[foot]);
	const slack = 2 + (level.thickness + upright.thickness) / 2 + EXACT * lengthOf(upright);
	return (
		x >= level.from - slack &&
		x <= level.to + slack &&
		Math.abs(acrossAt(level, x) - upright[foot]) <= slack &&
		straightness(upright) <= 0.6 + STRAIGHT * lengthOf(upright)
	);
}

function reachesEnds(level: Rule, ticks: readonly Standing[]): boolean {
	const gaps = ticks.slice(1).map(({ x }, i) => x - ticks[i].x);
	const step = Math.min(...gaps);
	return ticks[0].x - level.from <= TO_END * step && level.to - ticks[ticks.length - 1].x <= TO_END * step;
}
