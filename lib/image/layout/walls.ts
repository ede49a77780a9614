import { equallySpaced, inStep, LEAST_WALLS, type Standing } from "./in-step.ts";
import {
	acrossAt,
	type Crossing,
	crossingOf,
	isAlike,
	isSeenBeside,
	lengthOf,
	type Rule,
	slopeOf,
	straightness,
} from "./rule.ts";
import { ticksOn } from "./ticks.ts";

/** Rules meet when no more than this share of the shorter one is missing, besides their thickness. */
const SLACK = 0.06;
/** A wall ends within this share of the band on the rules that bound it. */
const EXACT = 0.08;
/** What closes a frame stands within this share of its height from where the levels end. */
const NEAR_END = 0.12;
/** An upright across two bands or more is so many times as long as thick, and goes over this share of all bands. */
const THINNEST = 12;
const MOST_BANDS = 0.6;
/** A level is no stray at this share of its structure's width from its end. */
const SHORTEST_LEVEL = 0.05;
/** Equally spaced rules are no further out of step, as a share of it; so many of them are in step. */
const IN_STEP = 0.15;
const LEAST_IN_STEP = 0.6;
/** A wall between two levels is so many times as long as thick. */
const THINNEST_IN_BAND = 6;
/** So many ticks stand on a level alone. */
const LEAST_TICKS = 3;
/** An upright that meets so many rules is a wall though it stands alone. */
const MANY = 5;
/** Nearer to the picture's edge than this share of it is at the edge. */
const NEAR_EDGE = 0.02;

/** Rules that belong together: levels from the top and the walls that stand between them, from the left. */
export interface Structure {
	readonly levels: readonly Rule[];
	readonly walls: readonly Rule[];
}

interface Size {
	readonly width: number;
	readonly height: number;
}

/** Where an upright meets a level. */
interface Meeting extends Crossing {
	readonly level: Rule;
}

/** Where two rules meet; null where they do not. */
function meetingOf(level: Rule, upright: Rule): Meeting | null {
	const crossing = crossingOf(level, upright);
	const slack =
		1 + Math.max(level.thickness, upright.thickness) + SLACK * Math.min(lengthOf(level), lengthOf(upright));
	return crossing.missing <= slack ? { ...crossing, level } : null;
}

/**
 * The frames, combs, grids and tables among the rules of a picture. An upright is a wall because it crosses several
 * bands, closes a frame, or is one of equally spaced uprights between the same two levels; one that is none of these
 * may be a 1. A level belongs to a structure that has two walls on it, or one and the edge of the picture.
 */
export function structuresAmong(levels: readonly Rule[], uprights: readonly Rule[], size: Size): Structure[] {
	let kept = levels;
	let walls: Rule[] = [];
	for (let before = -1; before !== kept.length; ) {
		before = kept.length;
		walls = wallsAmong(kept, uprights, size);
		kept = kept.filter((level) => {
			const met = walls.filter((wall) => meetingOf(level, wall)).length;
			return met >= 2 || (met === 1 && isAtEdge(level, size.width));
		});
		const found = groups(kept, walls).map(withoutStrays);
		kept = found.flatMap(({ levels }) => levels);
	}
	return groups(kept, walls)
		.filter(({ levels, walls }) => (levels.length >= 2 && walls.length >= 1) || walls.length >= LEAST_TICKS)
		.map((structure) => ({
			levels: withMissing(structure.levels, levels),
			walls: withMissing(structure.walls, uprights.filter(isThin)),
		}));
}

/** A structure without levels that are much shorter than it is wide and end between its walls: bars of digits. */
function withoutStrays({ levels, walls }: Structure): Structure {
	const from = Math.min(...levels.map(({ from }) => from));
	const to = Math.max(...levels.map(({ to }) => to));
	const isAtWall = (level: Rule, x: number) =>
		Math.min(x - from, to - x) <= SHORTEST_LEVEL * (to - from) ||
		walls.some((wall) => {
			const y = acrossAt(level, x);
			const away = Math.abs(acrossAt(wall, y) - x);
			return away <= 2 + 2 * wall.thickness && y >= wall.from - away && y <= wall.to + away;
		});
	return {
		walls,
		levels: levels.filter(
			(level) =>
				lengthOf(level) >= 0.5 * (to - from) || (isAtWall(level, level.from) && isAtWall(level, level.to)),
		),
	};
}

/**
 * Equally spaced rules with those pieces of others that lie where they would be in step: most of such a rule is under
 * writing, or faint.
 */
function withMissing(rules: readonly Rule[], all: readonly Rule[]): Rule[] {
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
	const missing = all.filter((rule) => {
		if (rules.includes(rule) || !isAlike(rule, thickness) || Math.abs(slopeOf(rule) - slope) > 0.06)
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

const isAtEdge = ({ from, to }: Rule, size: number) =>
	from <= NEAR_EDGE * size || to >= (1 - NEAR_EDGE) * size - 1;

function wallsAmong(levels: readonly Rule[], uprights: readonly Rule[], size: Size): Rule[] {
	const walls = new Set<Rule>();
	const bands = new Map<string, { top: Rule; bottom: Rule; uprights: Standing[] }>();
	const ticks = new Map<Rule, Rule[]>();
	for (const level of levels) {
		const found = ticksOn(level, uprights, levels);
		if (found.length > 0) ticks.set(level, found);
	}
	for (const upright of uprights.filter(isThin)) {
		const met = levels.flatMap((level) => meetingOf(level, upright) ?? []).sort((a, b) => a.y - b.y);
		if (met.length < 2) continue;
		if (met.length > 2 && isAcrossBands(upright, met, levels)) walls.add(upright);
		const [first, last] = [met[0], met[met.length - 1]];
		const { level: top } = first;
		const { level: bottom } = last;
		const key = `${levels.indexOf(top)} ${levels.indexOf(bottom)}`;
		const band = bands.get(key) ?? { top, bottom, uprights: [] };
		bands.set(key, band);
		band.uprights.push({ upright, x: (first.x + last.x) / 2, top: first.y, bottom: last.y });
	}
	for (const { top, bottom, uprights } of bands.values()) {
		const hasTicks = ticks.has(top) || ticks.has(bottom);
		for (const wall of wallsOfBand(top, bottom, uprights, size, hasTicks)) walls.add(wall);
	}
	for (const some of ticks.values()) for (const tick of some) walls.add(tick);
	return [...walls];
}

const isThin = (upright: Rule) => lengthOf(upright) >= THINNEST_IN_BAND * upright.thickness;

function isAcrossBands(upright: Rule, met: readonly Meeting[], levels: readonly Rule[]): boolean {
	if (lengthOf(upright) < THINNEST * upright.thickness) return false;
	// Digits in the rows of a table, one below the other, are no wall: they keep clear of the levels.
	const joints = met.filter(({ y, level }) => isSeenBeside(upright, y, level.thickness));
	if (joints.length < LEAST_WALLS * met.length) return false;
	if (met.length >= MANY) return true;
	const x = met[0].x;
	const beside = levels.filter(({ from, to }) => from <= x && x <= to).length;
	return met.length >= MOST_BANDS * beside;
}

function wallsOfBand(
	top: Rule,
	bottom: Rule,
	uprights: readonly Standing[],
	size: Size,
	hasTicks: boolean,
): Rule[] {
	const standing = uprights.filter(({ upright, top, bottom }) => {
		const slack = EXACT * (bottom - top) + upright.thickness;
		return (
			upright.from <= top + slack + 1 &&
			upright.to >= bottom - slack - 1 &&
			bottom - top > 2 * upright.thickness
		);
	});
	if (standing.length === 0) return [];
	standing.sort((a, b) => a.x - b.x);
	const height = median(standing.map(({ top, bottom }) => bottom - top));
	const ends = { left: Math.min(top.from, bottom.from), right: Math.max(top.to, bottom.to) };
	const near = 1 + Math.max(top.thickness, bottom.thickness) + NEAR_END * height;
	const atEdge = Math.max(NEAR_EDGE * size.width, 0.1 * height);
	const left = standing.find(({ x }) => Math.abs(x - ends.left) <= near);
	const right = standing.findLast(({ x }) => Math.abs(x - ends.right) <= near);
	if ((!left && ends.left <= atEdge) || (!right && ends.right >= size.width - 1 - atEdge))
		return inStep(standing, height).map(({ upright }) => upright);
	if (!left || !right || left === right) return [];
	const closing = [left, right];
	const inner = standing.filter((wall) => !closing.includes(wall));
	const walls = [
		...closing,
		...equallySpaced(inner, left.x, right.x, height),
		...(hasTicks ? [] : walledLike(inner, closing)),
	];
	return [...new Set(walls)].map(({ upright }) => upright);
}

/** Those as thin, as straight and as exact as the walls that close the frame. */
function walledLike(inner: readonly Standing[], closing: readonly Standing[]): Standing[] {
	if (closing.length < 2) return [];
	const thickness = median(closing.map(({ upright }) => upright.thickness));
	const slope = closing.reduce((sum, { upright }) => sum + slopeOf(upright), 0) / closing.length;
	return inner.filter(({ upright, top, bottom }) => {
		const slack = 1 + thickness;
		return (
			isAlike(upright, thickness, 1.4) &&
			Math.abs(slopeOf(upright) - slope) <= 0.03 &&
			upright.from <= top + slack &&
			upright.to >= bottom - slack &&
			straightness(upright) <= 0.5 + 0.1 * thickness
		);
	});
}

/** Rules that meet, directly or through others. */
function groups(levels: readonly Rule[], walls: readonly Rule[]): Structure[] {
	const left = new Set([...levels, ...walls]);
	const found: Structure[] = [];
	for (const first of levels) {
		if (!left.has(first)) continue;
		const group = { levels: [] as Rule[], walls: [] as Rule[] };
		const queue: { rule: Rule; isLevel: boolean }[] = [{ rule: first, isLevel: true }];
		left.delete(first);
		for (let next = queue.pop(); next; next = queue.pop()) {
			const { rule, isLevel } = next;
			(isLevel ? group.levels : group.walls).push(rule);
			for (const other of isLevel ? walls : levels) {
				if (!left.has(other) || !(isLevel ? meetingOf(rule, other) : meetingOf(other, rule))) continue;
				left.delete(other);
				queue.push({ rule: other, isLevel: !isLevel });
			}
		}
		found.push({
			levels: group.levels.sort((a, b) => middleOf(a) - middleOf(b)),
			walls: group.walls.sort((a, b) => middleOf(a) - middleOf(b)),
		});
	}
	return found;
}

const middleOf = ({ middles }: Rule) => middles[middles.length >> 1];

function median(values: number[]): number {
	return values.sort((a, b) => a - b)[values.length >> 1];
}
