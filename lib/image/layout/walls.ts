import type { Size } from "../../geometry.ts";
import { type Band, wallsOfBand } from "./band.ts";
import { inStep, LEAST_WALLS, type Standing } from "./in-step.ts";
import { type LevelLine, linesOfLevels } from "./level-lines.ts";
import { type Meeting, meetingOf } from "./meeting.ts";
import { acrossAt, isSeenBeside, lengthOf, type Rule } from "./rule.ts";
import { ticksOn } from "./ticks.ts";

/** An upright across two bands or more is so many times as long as thick, and goes over this share of all bands. */
const THINNEST = 12;
const MOST_BANDS = 0.6;
/** Levels shorter than this share of the longest are the bars of digits, or bound no more than a cell. */
const LONGER_THAN_BARS = 0.25;
/** What closes a frame is so many times as long as thick. */
const THINNEST_CLOSING = 3.5;
/** So far beside a level a wall is looked for, close but clear of it: a share of a row, and pixels. */
const BESIDE = 0.08;
const MOST_BESIDE = 4;
/** So much of a wall is ink, its own or of writing over it. */
const DRAWN = 0.75;
/** An upright that meets so many rules is a wall though it stands alone. */
const MANY = 5;
/** Nearer to an edge of the picture than this share of it is at the edge. */
const NEAR_EDGE = 0.03;
/** Uprights from edge to edge are no nearer to one another than this share of the picture's height, over 4. */
const NARROWEST_SQUARE = 0.6;

/** The walls of a page, and those of them that go from edge to edge of the picture, as squares do: they belong together. */
interface Walls {
	readonly walls: readonly Rule[];
	readonly squares: ReadonlySet<Rule>;
}

/**
 * The walls among uprights. An upright is one because it crosses several bands, stands as the walls of one band do,
 * is the tick of a comb, or one of equally spaced ones from edge to edge of the picture, as squares go on beyond it;
 * one that is none of these may be a 1.
 */
export function wallsAmong(
	levels: readonly Rule[],
	uprights: readonly Rule[],
	{ width, height }: Size,
	isInk: (x: number, y: number) => boolean,
): Walls {
	const walls = new Set<Rule>();
	const bands = new Map<string, Band & { uprights: Standing[] }>();
	const ticks = new Map<Rule, Rule[]>();
	for (const level of levels) {
		const found = ticksOn(level, uprights, levels);
		if (found.length > 0) ticks.set(level, found);
	}
	const lines = linesOfLevels(levels);
	const longest = Math.max(0, ...lines.map(({ from, to }) => to - from));
	const long = lines.filter(({ from, to }) => to - from >= LONGER_THAN_BARS * longest);
	const through: (Standing & { readonly met: number })[] = [];
	for (const upright of uprights.filter(isThin)) {
		const met = lines.flatMap((line) => nearestOf(line, upright) ?? []).sort((a, b) => a.y - b.y);
		if (goesThrough(upright, height)) through.push({ ...standingAcross(upright, height), met: met.length });
		if (met.length < 2) continue;
		const metLong = met.filter(({ line }) => long.includes(line));
		if (metLong.length > 2 && isAcrossBands(upright, metLong, long) && isDrawn(upright, metLong, isInk))
			walls.add(upright);
		const [first, last] = [met[0], met[met.length - 1]];
		const key = `${lines.indexOf(first.line)} ${lines.indexOf(last.line)}`;
		const band = bands.get(key) ?? {
			top: first.line,
			bottom: last.line,
			uprights: [],
			isRow: met.length === 2,
		};
		bands.set(key, band);
		band.uprights.push({
			upright,
			x: (first.x + last.x) / 2,
			topX: first.x,
			bottomX: last.x,
			top: first.y,
			bottom: last.y,
		});
	}
	for (const band of bands.values()) {
		const hasTicks = [...band.top.rules, ...band.bottom.rules].some((level) => ticks.has(level));
		for (const wall of wallsOfBand(band, width, hasTicks)) walls.add(wall);
	}
	for (const some of ticks.values()) for (const tick of some) walls.add(tick);
	const squares = squaresAmong(through, height);
	return { walls: [...new Set([...walls, ...squares])], squares: new Set(squares) };
}

export const isThin = (upright: Rule) => lengthOf(upright) >= THINNEST_CLOSING * upright.thickness;

/** Equally spaced uprights from edge to edge, of which some meet levels. */
function squaresAmong(through: readonly (Standing & { readonly met: number })[], height: number): Rule[] {
	if (through.filter(({ met }) => met > 0).length < 2) return [];
	const sorted = [...through].sort((a, b) => a.x - b.x);
	return inStep(sorted, NARROWEST_SQUARE * height).map(({ upright }) => upright);
}

/** Whether an upright goes from the upper edge of the picture to the lower one. */
const goesThrough = ({ from, to }: Rule, height: number) =>
	from <= NEAR_EDGE * height + 1 && to >= (1 - NEAR_EDGE) * height - 2;

function standingAcross(upright: Rule, height: number): Standing {
	const [topX, bottomX] = [acrossAt(upright, 0), acrossAt(upright, height - 1)];
	return { upright, x: (topX + bottomX) / 2, topX, bottomX, top: 0, bottom: height - 1 };
}

/** Where an upright meets a line: the rule of it that it meets best. */
function nearestOf(line: LevelLine, upright: Rule): (Meeting & { line: LevelLine }) | null {
	const met = line.rules.flatMap((level) => meetingOf(level, upright) ?? []);
	if (met.length === 0) return null;
	return { ...met.reduce((a, b) => (b.beside + b.above < a.beside + a.above ? b : a)), line };
}

/** Whether there is ink nearly all the way between the levels that an upright meets: strokes in the rows of a table leave gaps. */
function isDrawn(upright: Rule, met: readonly Meeting[], isInk: (x: number, y: number) => boolean): boolean {
	const from = Math.max(upright.from, Math.round(met[0].y));
	const to = Math.min(upright.to, Math.round(met[met.length - 1].y));
	let inked = 0;
	for (let y = from; y <= to; y++) {
		const x = Math.round(acrossAt(upright, y));
		if (isInk(x, y) || isInk(x - 1, y) || isInk(x + 1, y)) inked++;
	}
	return inked >= DRAWN * (to - from + 1);
}

function isAcrossBands(upright: Rule, met: readonly Meeting[], lines: readonly LevelLine[]): boolean {
	if (lengthOf(upright) < THINNEST * upright.thickness) return false;
	// Digits in the rows of a table, one below the other, are no wall: they keep clear of the levels.
	const row = (met[met.length - 1].y - met[0].y) / (met.length - 1);
	const beside = Math.max(1, Math.min(MOST_BESIDE, Math.round(BESIDE * row)));
	const joints = met.filter(({ y, level }) => isSeenBeside(upright, y, level.thickness, beside));
	if (joints.length < LEAST_WALLS * met.length) return false;
	if (met.length >= MANY) return true;
	const x = met[0].x;
	const crossable = lines.filter(({ from, to }) => from <= x && x <= to).length;
	return met.length >= MOST_BANDS * crossable;
}
