import type { Plane } from "../pixels.ts";
import { INK } from "../runs.ts";
import { holdsInk } from "./holds-ink.ts";
import { withImplied } from "./implied-rules.ts";
import { meetingOf } from "./meeting.ts";
import { withMissing } from "./missing-rules.ts";
import { withoutOffStep } from "./off-step.ts";
import { acrossAt, lengthOf, type Rule } from "./rule.ts";
import { isThin, wallsAmong } from "./walls.ts";

/** A level is no stray at this share of its structure's width from its end. */
const SHORTEST_LEVEL = 0.05;
/** Nearer to the picture's edge than this share of it is at the edge. */
const NEAR_EDGE = 0.02;
/** One wall that so many levels meet needs no other. */
const LEAST_ON_LONG = 4;
/** So many levels and walls may be parts of a digit. */
const FEW = 3;
/** So many ticks stand on a level alone. */
const LEAST_TICKS = 3;

/** Rules that belong together: levels from the top and the walls that stand between them, from the left. */
export interface Structure {
	readonly levels: readonly Rule[];
	readonly walls: readonly Rule[];
}

/**
 * The frames, combs, grids and tables among the rules of a picture. An upright is a wall because it crosses several
 * bands, closes a frame, or is one of equally spaced uprights between the same two levels; one that is none of these
 * may be a 1. A level belongs to a structure that has two walls on it, or one and the edge of the picture.
 */
export function structuresAmong(levels: readonly Rule[], uprights: readonly Rule[], ink: Plane): Structure[] {
	const { width, height, data } = ink;
	const isInk = (x: number, y: number) =>
		x >= 0 && y >= 0 && x < width && y < height && data[y * width + x] >= INK;
	let kept = levels;
	let { walls, squares }: ReturnType<typeof wallsAmong> = { walls: [], squares: new Set() };
	for (let before = -1; before !== kept.length; ) {
		before = kept.length;
		({ walls, squares } = wallsAmong(kept, uprights, { width, height }, isInk));
		kept = kept.filter((level) => {
			const met = walls.filter((wall) => meetingOf(level, wall));
			const isOnLong = () => kept.filter((other) => meetingOf(other, met[0])).length >= LEAST_ON_LONG;
			const isOfSquares = met.some((wall) => squares.has(wall));
			return met.length >= 2 || isOfSquares || (met.length === 1 && (isAtEdge(level, width) || isOnLong()));
		});
		const found = groups(kept, walls, squares).map(withoutStrays);
		kept = found.flatMap(({ levels }) => levels);
	}
	return groups(kept, walls, squares)
		.filter(({ levels, walls }) => (levels.length >= 2 && walls.length >= 1) || walls.length >= LEAST_TICKS)
		.filter((structure) => !isSmall(structure) || holdsInk(structure, ink))
		.map((structure) => ({
			levels: withImplied(withMissing(withoutOffStep(structure.levels), levels), height, isInk),
			walls: withImplied(
				withMissing(withoutOffStep(structure.walls), uprights.filter(isThin)),
				width,
				(y, x) => isInk(x, y),
			),
		}));
}

/** A few rules: they may be the strokes of a digit. */
const isSmall = ({ levels, walls }: Structure) =>
	levels.length >= 2 && levels.length <= FEW && walls.length <= FEW + 1;

const isAtEdge = ({ from, to }: Rule, size: number) =>
	from <= NEAR_EDGE * size || to >= (1 - NEAR_EDGE) * size - 1;

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

/** Rules that meet, directly or through others; the walls of squares belong together. */
function groups(levels: readonly Rule[], walls: readonly Rule[], squares: ReadonlySet<Rule>): Structure[] {
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
			for (const other of squares.has(rule) ? squares : []) {
				if (left.delete(other)) queue.push({ rule: other, isLevel: false });
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
