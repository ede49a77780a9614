import type { Box } from "../../geometry.ts";
import { acrossAt, lengthOf, type Rule } from "./rule.ts";
import type { Structure } from "./structures.ts";

/** Rows and columns of cells, and where they are. */
export interface Grid {
	readonly rows: number;
	readonly columns: number;
	/** What bounds the rows, from the top, and the columns, from the left: each line is one rule or several. */
	readonly levels: readonly Line[];
	readonly walls: readonly Line[];
	/** Whether they may as well be the squares of the paper: then only what stands in them can tell. */
	readonly areSquares: boolean;
	/** Whether there is a row above the first level, below the last one, a column before the first wall, after the last one. */
	readonly open: {
		readonly top: boolean;
		readonly bottom: boolean;
		readonly left: boolean;
		readonly right: boolean;
	};
}

export interface Cell {
	readonly row: number;
	readonly column: number;
}

/** Rules that are one line of a grid, the longest first. */
export type Line = readonly Rule[];

/** Rules nearer to each other than this share of a row are one line: double ones, and pieces. */
const ONE_LINE = 0.35;
/** Pieces of lines shorter than this share of the grid bound no row. */
const SHORTEST = 0.3;
/** Columns narrower than this share of a row are none. */
const NARROWEST = 0.25;
/** A side is open where the rules go on by this share of a cell. */
const OPEN = 0.4;
/** Rows with a single wall are cells when they are no longer than so many heights: else it is the margin of a ruled page. */
const LONGEST_CELL = 5;
/** The squares of paper are square within this factor, and go on at its sides by this share of a square altogether. */
const SQUARE = 1.3;
const GOING_ON = 0.6;
const IN_STEP = 0.15;

/** The grid of a structure; null where it has no cells to write into: the lines of paper. */
export function gridOf({ levels, walls }: Structure): Grid | null {
	const down = linesOf(levels);
	if (down.length < 2 || walls.length === 0) return null;
	const height = median(gapsOf(down));
	const across = apart(linesOf(walls), NARROWEST * height);
	if (across.length === 0) return null;
	const width = median(gapsOf(across)) || height;
	const beyond = {
		top: beyondOf(across, down[0], "from"),
		bottom: beyondOf(across, down[down.length - 1], "to"),
		left: beyondOf(down, across[0], "from"),
		right: beyondOf(down, across[across.length - 1], "to"),
	};
	const isMargin = across.length === 1 && Math.max(beyond.left, beyond.right) > LONGEST_CELL * height;
	const isSquare = Math.max(width, height) <= SQUARE * Math.min(width, height);
	const goesOn = (beyond.top + beyond.bottom) / height + (beyond.left + beyond.right) / width > GOING_ON;
	if (isMargin) return null;
	const open = {
		top: beyond.top > OPEN * height,
		bottom: beyond.bottom > OPEN * height,
		left: beyond.left > OPEN * width,
		right: beyond.right > OPEN * width,
	};
	return {
		levels: down,
		walls: across,
		areSquares: isSquare && goesOn && across.length > 2 && isInStep(down) && isInStep(across),
		open,
		rows: down.length - 1 + Number(open.top) + Number(open.bottom),
		columns: across.length - 1 + Number(open.left) + Number(open.right),
	};
}

/** The boxes of a comb are alike within this share of one, no wider than so many heights, and at least so many. */
const ALIKE_BOXES = 0.2;
const WIDEST_BOX = 1.3;
const LEAST_BOXES = 3;

/** Whether a grid is a comb: a row of equal boxes, each for one digit. */
export function isComb(grid: Grid): boolean {
	const widths = gapsOf(grid.walls);
	const box = median([...widths]);
	return (
		grid.rows === 1 &&
		widths.length >= LEAST_BOXES &&
		grid.columns === widths.length &&
		box <= WIDEST_BOX * rowHeight(grid) &&
		widths.every((width) => Math.abs(width - box) <= ALIKE_BOXES * box)
	);
}

/** How high most rows of a grid are. */
export const rowHeight = ({ levels }: Grid): number => median(gapsOf(levels));

/** In which cell of a grid a point lies; null where it lies in none. */
export function cellAt({ levels, walls, open, rows, columns }: Grid, x: number, y: number): Cell | null {
	const row = levels.filter((line) => lineAt(line, x) < y).length - 1 + Number(open.top);
	const column = walls.filter((line) => lineAt(line, y) < x).length - 1 + Number(open.left);
	return row >= 0 && row < rows && column >= 0 && column < columns ? { row, column } : null;
}

/** What is nearer to a line of a grid than this share of a cell, and no thicker, is a rest of it. */
const REST = 0.1;

/** Whether a box is what is left of a line of the grid: thin, and along it. */
export function isRestOfLine(grid: Grid, box: Box): boolean {
	return (
		grid.walls.some((line) => liesAlong(grid, line, uprightOf(box))) ||
		grid.levels.some((line) => liesAlong(grid, line, levelOf(box)))
	);
}

/** What ends no further from the end of a line than so many pixels ends with it. */
const AT_END = 3;

/** The same where the line ends with it, at the edge of the picture most often. */
export function isEndOfLine(grid: Grid, box: Box): boolean {
	const endsWith = (line: Line, { from, length }: Extent) =>
		line.some((rule) => Math.abs(rule.from - from) <= AT_END || Math.abs(rule.to - from - length) <= AT_END);
	return (
		grid.walls.some((line) => liesAlong(grid, line, uprightOf(box)) && endsWith(line, uprightOf(box))) ||
		grid.levels.some((line) => liesAlong(grid, line, levelOf(box)) && endsWith(line, levelOf(box)))
	);
}

/** A box as what runs along a line. */
interface Extent {
	readonly from: number;
	readonly length: number;
	readonly across: number;
	readonly thickness: number;
}

const uprightOf = ({ x, y, width, height }: Box): Extent => ({
	from: y,
	length: height,
	across: x + width / 2,
	thickness: width,
});
const levelOf = ({ x, y, width, height }: Box): Extent => ({
	from: x,
	length: width,
	across: y + height / 2,
	thickness: height,
});

function liesAlong(grid: Grid, line: Line, { from, length, across, thickness }: Extent): boolean {
	const cell = Math.min(...[grid.levels, grid.walls].map((lines) => median(gapsOf(lines)) || Infinity));
	const reach = line[0].thickness + REST * cell;
	const away = Math.abs(lineAt(line, from + length / 2) - across);
	return length > 2 * thickness && thickness <= reach && away <= reach;
}

/** Where the walls of a grid are at this height, from the left. */
export const wallsAt = ({ walls }: Grid, y: number): number[] => walls.map((line) => lineAt(line, y));

/** Where a line is, across it: by the longest rule that reaches there. */
export function lineAt(line: Line, along: number): number {
	return acrossAt(line.find(({ from, to }) => from <= along && along <= to) ?? line[0], along);
}

function linesOf(rules: readonly Rule[]): Line[] {
	const longest = [...rules].sort((a, b) => lengthOf(b) - lengthOf(a));
	const from = Math.min(...rules.map(({ from }) => from));
	const to = Math.max(...rules.map(({ to }) => to));
	const at = (from + to) / 2;
	const long = longest.filter((rule) => lengthOf(rule) >= SHORTEST * lengthOf(longest[0]));
	const places = long.map((rule) => acrossAt(rule, at)).sort((a, b) => a - b);
	const thickness = Math.max(...long.map(({ thickness }) => thickness));
	const gaps = places.slice(1).map((place, i) => place - places[i]);
	const spacing = median(gaps.filter((gap) => gap > 3 * thickness + 2));
	const lines: Rule[][] = [];
	for (const rule of longest) {
		const middle = (rule.from + rule.to) / 2;
		const here = acrossAt(rule, middle);
		const line = lines.find((line) => Math.abs(lineAt(line, middle) - here) <= ONE_LINE * spacing);
		if (line) line.push(rule);
		else lines.push([rule]);
	}
	return lines
		.filter((line) => line.reduce((sum, rule) => sum + lengthOf(rule), 0) >= SHORTEST * (to - from))
		.sort((a, b) => lineAt(a, at) - lineAt(b, at));
}

/** Lines with those that are nearer than this to the one before them taken as one with it. */
function apart(lines: readonly Line[], least: number): Line[] {
	const gaps = lines.length > 1 ? gapsOf(lines) : [];
	const kept: Line[] = [];
	for (const [i, line] of lines.entries()) {
		if (i > 0 && gaps[i - 1] < least) kept.push([...kept.pop()!, ...line]);
		else kept.push(line);
	}
	return kept;
}

/** The distances of neighbouring lines, in their middle. */
function gapsOf(lines: readonly Line[]): number[] {
	const at = (lines[0][0].from + lines[0][0].to) / 2;
	return lines.slice(1).map((line, i) => lineAt(line, at) - lineAt(lines[i], at));
}

/** By how much most lines go on beyond a line that they cross. */
function beyondOf(lines: readonly Line[], bound: Line, end: "from" | "to"): number {
	return median(
		lines.map((line) => {
			const last =
				end === "from" ? Math.min(...line.map(({ from }) => from)) : Math.max(...line.map(({ to }) => to));
			const at = lineAt(bound, lineAt(line, last));
			return Math.max(0, end === "from" ? at - last : last - at);
		}),
	);
}

function isInStep(lines: readonly Line[]): boolean {
	const gaps = gapsOf(lines);
	const step = median([...gaps]);
	return gaps.filter((gap) => Math.abs(gap - step) <= IN_STEP * step).length >= 0.6 * gaps.length;
}

function median(values: number[]): number {
	return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
