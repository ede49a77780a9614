import { type Box, centreX, centreY } from "../../geometry.ts";
import { cellAt, type Grid, type Line, lineAt, rowHeight } from "./grid.ts";

/** Writing that lies across the lines of a grid by this share of its height; no more of it does where it heeds them. */
const ACROSS = 0.2;
const MOST_ACROSS = 0.25;
/** In squares that are cells hardly a digit lies across a line, or beside another one in its cell. */
const MOST_ACROSS_SQUARES = 0.12;
/** They are no more than these, and digits stand in so many rows and columns of them. */
const MOST_SQUARES = 12;
const LEAST_FILLED = 3;
/** From the first to the last of these hardly one is empty: on squared paper people leave squares between lines. */
const MOSTLY_FILLED = 0.75;

/**
 * Whether writing heeds the cells of a grid: hardly any of these boxes, digits by their size, lies across a level. The
 * squares of paper are cells only where nearly every digit has one to itself, over several rows and columns.
 */
export function isHeeded(grid: Grid, boxes: readonly Box[]): boolean {
	const across = boxes.filter((box) => liesAcross(grid.levels, centreX(box), box.y, box.height));
	if (across.length > MOST_ACROSS * boxes.length) return false;
	if (!grid.areSquares) return true;
	if (Math.max(grid.rows, grid.columns) > MOST_SQUARES) return false;
	const cells = boxes.flatMap((box) => cellAt(grid, centreX(box), centreY(box)) ?? []);
	const rows = new Set(cells.map(({ row }) => row));
	const columns = new Set(cells.map(({ column }) => column));
	const filled = new Set(cells.map(({ row, column }) => `${row} ${column}`));
	const acrossWalls = boxes.filter((box) => liesAcross(grid.walls, centreY(box), box.x, box.width));
	const most = MOST_ACROSS_SQUARES * boxes.length;
	return (
		Math.min(rows.size, columns.size) >= LEAST_FILLED &&
		isMostlyFilled(rows) &&
		isMostlyFilled(columns) &&
		across.length <= most &&
		acrossWalls.length <= most &&
		boxes.length - filled.size <= most
	);
}

const isMostlyFilled = (places: ReadonlySet<number>) =>
	places.size >= MOSTLY_FILLED * (Math.max(...places) - Math.min(...places) + 1);

/** Whether one of the lines goes through what reaches from `from` over `length`. */
function liesAcross(lines: readonly Line[], along: number, from: number, length: number): boolean {
	return lines.some((line) => {
		const at = lineAt(line, along);
		return at > from + ACROSS * length && at < from + (1 - ACROSS) * length;
	});
}

/** Notes in cells are no larger than this share of a row, where digits are at least so high. */
const LARGEST_NOTE = 0.3;
const LEAST_DIGIT = 0.4;

/** The boxes of small notes in cells that hold nothing else, as in a sudoku. */
export function notesIn(grid: Grid, boxes: readonly Box[], digitHeight: number): Set<Box> {
	const row = rowHeight(grid);
	if (digitHeight < LEAST_DIGIT * row) return new Set();
	const isSmall = ({ width, height }: Box) => Math.max(width, height) <= LARGEST_NOTE * row;
	const cellOf = (box: Box) => {
		const cell = cellAt(grid, centreX(box), centreY(box));
		return cell && `${cell.row} ${cell.column}`;
	};
	const filled = new Set(boxes.filter((box) => !isSmall(box)).map(cellOf));
	return new Set(
		boxes.filter((box) => {
			const cell = isSmall(box) && cellOf(box);
			return cell && !filled.has(cell);
		}),
	);
}
