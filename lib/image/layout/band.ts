import { median } from "../../median.ts";
import { equallySpaced, inStep, type Standing } from "./in-step.ts";
import type { LevelLine } from "./level-lines.ts";
import { acrossAt, isAlike, lengthOf, type Rule, slopeOf, straightness } from "./rule.ts";

/** Two levels and the uprights that meet both and none above or below them. */
export interface Band {
	readonly top: LevelLine;
	readonly bottom: LevelLine;
	readonly uprights: readonly Standing[];
	/** Whether there is no level between the two. */
	readonly isRow: boolean;
}

/** A wall ends within this share of the band on the rules that bound it. */
const EXACT = 0.08;
/** What closes a frame stands within this share of its height from where the levels end, or not so near at one of them. */
const NEAR_END = 0.12;
const FAR_END = 0.5;
/** Nearer to the picture's edge than this share of it is at the edge. */
const NEAR_EDGE = 0.02;
/** Walls without a corner at both ends are at least so many. */
const LEAST_ALIKE = 3;
/** Walls are as thick as one another within this factor, and lean as their neighbours have it within this slope. */
const ALIKE = 1.6;
const LEAN = 0.06;
/** A wall that does not close its band is so many times as long as thick. */
const THINNEST = 6;
/** Dots go on beyond their band by no more than this share of it. */
const BEYOND = 0.3;
/** A wall is straight within this share of its length, root mean square. */
const STRAIGHT = 0.012;

/**
 * The walls among the uprights of a band: those that close it where its levels end, those that are equally spaced
 * between these, and those that are like these. One that is none of it may be a 1.
 *
 * @param width of the picture
 * @param hasTicks whether the boxes of the band are told by ticks that are not as high as it is
 */
export function wallsOfBand(
	{ top, bottom, uprights, isRow }: Band,
	width: number,
	hasTicks: boolean,
): Rule[] {
	const standing = uprights.filter(isBetween).sort((a, b) => a.x - b.x);
	const dotted = isRow ? standing.filter(endsInBand) : [];
	const drawn = standing.filter(({ upright }) => !upright.isDotted);
	const walls = drawnWalls({ top, bottom, uprights: drawn, isRow }, width, hasTicks);
	return [...new Set([...walls, ...dotted])].map(({ upright }) => upright);
}

/** Whether a dotted upright ends where its band does: dots that go on are those of dotted paper. */
const endsInBand = ({ upright, top, bottom }: Standing) =>
	upright.isDotted &&
	upright.from >= top - BEYOND * (bottom - top) &&
	upright.to <= bottom + BEYOND * (bottom - top);

/** Those that are drawn through. */
function drawnWalls(
	{ top, bottom, uprights: standing, isRow }: Band,
	width: number,
	hasTicks: boolean,
): readonly Standing[] {
	if (standing.length === 0) return [];
	const height = median(standing.map(({ top, bottom }) => bottom - top));
	const near = 1 + Math.max(top.thickness, bottom.thickness) + NEAR_END * height;
	const isCorner = ({ topX, bottomX }: Standing, end: "from" | "to") => {
		const away = [Math.abs(topX - top[end]), Math.abs(bottomX - bottom[end])];
		return Math.min(...away) <= near && Math.max(...away) <= near + FAR_END * height;
	};
	const left = standing.find((wall) => isCorner(wall, "from"));
	const right = standing.findLast((wall) => isCorner(wall, "to"));
	const atEdge = Math.max(NEAR_EDGE * width, 0.1 * height);
	const goesOn =
		(!left && Math.min(top.from, bottom.from) <= atEdge) ||
		(!right && Math.max(top.to, bottom.to) >= width - 1 - atEdge);
	const isClosed = left && right && left !== right;
	const only = left ?? right;
	if (only && !isClosed && !goesOn && isRow) {
		const end = only === left ? "to" : "from";
		if (Math.abs(top[end] - bottom[end]) <= 2 * near) {
			const other = wallBetween(top, bottom, end, only);
			const inner = between(standing, only, other);
			const all = hasTicks ? [] : wallsLike(inner, [only]);
			const spaced = equallySpaced(inner, Math.min(only.x, other.x), Math.max(only.x, other.x), height);
			return [only, other, ...all, ...spaced];
		}
	}
	const walls = isClosed
		? [left, right, ...equallySpaced(between(standing, left, right), left.x, right.x, height)]
		: goesOn || standing.length >= LEAST_ALIKE
			? inStep(standing, height)
			: [];
	const alike = hasTicks || !only ? [] : wallsLike(standing, isClosed ? [left, right] : standing);
	if (isClosed || (alike.includes(only!) && alike.length >= LEAST_ALIKE)) walls.push(...alike);
	return walls;
}

/** Whether an upright goes from the one level to the other. */
function isBetween({ upright, top, bottom }: Standing): boolean {
	const slack = EXACT * (bottom - top) + upright.thickness;
	return (
		upright.from <= top + slack + 1 &&
		upright.to >= bottom - slack - 1 &&
		bottom - top > 2 * upright.thickness
	);
}

/** What would close a band where both levels end: the pen left it open there, or writing hides it. */
function wallBetween(top: LevelLine, bottom: LevelLine, end: "from" | "to", { upright }: Standing): Standing {
	const [topX, bottomX] = [top[end], bottom[end]];
	const [from, to] = [placeAt(top, topX), placeAt(bottom, bottomX)].map(Math.round);
	const count = to - from + 1;
	const middles = Float32Array.from({ length: count }, (_, i) => topX + ((bottomX - topX) * i) / count);
	const slope = (bottomX - topX) / count;
	const wall = {
		...upright,
		from,
		to,
		middles,
		seen: new Uint8Array(count),
		slopes: [slope, slope] as const,
	};
	return { upright: wall, x: (topX + bottomX) / 2, topX, bottomX, top: from, bottom: to };
}

const placeAt = ({ rules }: LevelLine, x: number) =>
	acrossAt(rules.find(({ from, to }) => from <= x && x <= to) ?? rules[0], x);

const between = (standing: readonly Standing[], left: Standing, right: Standing) =>
	standing.filter(
		(wall) => wall !== left && wall !== right && lengthOf(wall.upright) >= THINNEST * wall.upright.thickness,
	);

/** Those as thin and straight as these, that lean as they do and end as exactly on the levels. */
function wallsLike(standing: readonly Standing[], likely: readonly Standing[]): Standing[] {
	const thickness = median(likely.map(({ upright }) => upright.thickness));
	const lean = leanOf(likely);
	return standing.filter(({ upright, x, top, bottom }) => {
		const slack = 1 + thickness;
		return (
			isAlike(upright, thickness, ALIKE) &&
			Math.abs(slopeOf(upright) - lean(x)) <= LEAN &&
			upright.from <= top + slack &&
			upright.to >= bottom - slack &&
			straightness(upright) <= 0.5 + 0.1 * thickness + STRAIGHT * lengthOf(upright)
		);
	});
}

/** How uprights lean at a place: all alike, or in perspective as it is between the two that are known. */
function leanOf(known: readonly Standing[]): (x: number) => number {
	const slopes = known.map(({ upright }) => slopeOf(upright));
	if (known.length !== 2) return () => median([...slopes]);
	const [left, right] = known;
	return (x) => slopes[0] + ((slopes[1] - slopes[0]) * (x - left.x)) / (right.x - left.x);
}
