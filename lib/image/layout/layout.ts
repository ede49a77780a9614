import type { Steps } from "../../tasks/steps.ts";
import { shortColumns, shortRows } from "../cross-runs.ts";
import type { Plane } from "../pixels.ts";
import { INK, type InkRuns, inkRuns } from "../runs.ts";
import { dottedUprights } from "./dotted-uprights.ts";
import { rulesAmong } from "./find-rules.ts";
import { mayHaveLevels } from "./first-look.ts";
import { lengthOf, type Rule, scaled } from "./rule.ts";
import { type Structure, structuresAmong } from "./structures.ts";

/** Rules are no thicker than so many strokes of the writing. */
const THICKEST = 4;
/** Dots are no wider than so many strokes. */
const WIDEST_DOT = 2;
/** Ink of a rule: rules are fainter than writing. */
const FAINT = 64;
/** Where no others are, even fainter ones count that are many together: the lines of forms in the light of a room. */
const FAINTER = [28, 14];
const MANY = 4;
/** A level rule is at least so many times as long as thick: more than the bar of a 7. */
const LONGEST_BAR = 8;
/** One of a frame, which walls close, may be shorter. */
const SHORTEST_LEVEL = 5;
/** Rules are looked for in pictures no longer than this: larger ones show them no better. */
const LONGEST_SIDE = 1200;

/** The frames, combs, grids and tables of a page of ink; none on most pages, which are left at the first look. */
export function* layoutOf(ink: Plane, runs: InkRuns, stroke: number): Steps<Structure[]> {
	// Soft edges make a rule thicker where it is faint.
	const isRuled = (least: number, count = 1) => mayHaveLevels(ink, thickestOf(stroke) + 2, least, count);
	const factor = Math.ceil(Math.max(ink.width, ink.height) / LONGEST_SIDE);
	// Of what is fainter than any pen dots are the grain of the paper.
	const linesOf = (least: number) =>
		linesOfPaper(faintInk(ink, factor, least), Math.max(1, stroke / factor), least === FAINT);
	let structures: Structure[] = [];
	if (isRuled(FAINT) || levelsAmong(runs, ink, stroke, INK).length > 0) {
		yield;
		structures = yield* linesOf(FAINT);
	}
	for (const least of FAINTER) {
		if (structures.length > 0 || !isRuled(least, MANY)) continue;
		yield;
		const found = yield* linesOf(least);
		structures = found.filter(({ levels, walls }) => Math.min(levels.length, walls.length) >= MANY);
	}
	return structures.map(({ levels, walls }) => ({
		levels: levels.map((rule) => scaled(rule, factor)),
		walls: walls.map((rule) => scaled(rule, factor)),
	}));
}

function* linesOfPaper(ink: Plane, stroke: number, hasDots: boolean): Steps<Structure[]> {
	const runs = inkRuns(ink);
	const levels = levelsAmong(runs, ink, stroke, INK, SHORTEST_LEVEL);
	if (levels.length === 0) return [];
	yield;
	const uprights = [
		...rulesAmong(
			shortRows(runs, thickestOf(stroke)),
			stroke,
			ink.height,
			(y, x) => x >= 0 && x < ink.width && ink.data[y * ink.width + x] >= INK,
		),
		...(hasDots ? dottedUprights(runs, WIDEST_DOT * stroke) : []),
	];
	yield;
	const long = structuresAmong(levels.filter(isLongerThanBars), uprights, ink);
	return long.length > 0 ? long : structuresAmong(levels, uprights, ink);
}

const isLongerThanBars = (level: Rule) => lengthOf(level) >= LONGEST_BAR * level.thickness;

const thickestOf = (stroke: number) => Math.max(4, Math.round(THICKEST * stroke));

function levelsAmong(
	runs: InkRuns,
	{ data, width, height }: Plane,
	stroke: number,
	least: number,
	shortest = LONGEST_BAR,
): Rule[] {
	const isInk = (x: number, y: number) => y >= 0 && y < height && data[y * width + x] >= least;
	return rulesAmong(shortColumns(runs, thickestOf(stroke)), stroke, width, isInk).filter(
		(rule) => lengthOf(rule) >= shortest * rule.thickness,
	);
}

/** A page made smaller, each pixel the darkest of its block, and so much darker that what reaches `least` is ink. */
function faintInk({ width, height, data }: Plane, factor: number, least: number): Plane {
	const columns = Math.floor(width / factor);
	const rows = Math.floor(height / factor);
	const small = new Uint8Array(columns * rows);
	for (let y = 0; y < rows * factor; y++) {
		const row = Math.floor(y / factor) * columns;
		for (let x = 0, i = y * width; x < columns; x++) {
			let darkest = small[row + x];
			for (let k = 0; k < factor; k++, i++) if (data[i] > darkest) darkest = data[i];
			small[row + x] = darkest;
		}
	}
	const bright = INK / least;
	for (let i = 0; i < small.length; i++) small[i] = Math.min(255, small[i] * bright);
	return { width: columns, height: rows, data: small };
}
