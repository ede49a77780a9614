import { cellAt, type Grid, isComb } from "../../image/layout/grid.ts";
import { centreOf } from "../../image/writing.ts";
import type { Cell, Reading } from "../reading.ts";
import type { Character } from "./choose-characters.ts";

/** The table of a picture: how large it is, and in which of its cells a character stands. */
export interface Table {
	readonly size: NonNullable<Reading["grid"]>;
	cellOf(character: Character): Cell | null;
}

/**
 * The grid that holds most of what was read, as a table. A row of cells for a digit each is a number; the rows and
 * columns at open sides count only where something was read in them, but for squares.
 */
export function tableAmong(grids: readonly Grid[], lines: readonly (readonly Character[])[]): Table | null {
	const digits = lines.flat().filter(({ verdict }) => !verdict.refusal);
	const found = grids
		.map((grid) => ({ grid, cells: digits.flatMap((character) => placeOf(grid, character) ?? []) }))
		.sort((a, b) => b.cells.length - a.cells.length)[0];
	if (!found || found.cells.length === 0) return null;
	const { grid, cells } = found;
	const rows = span(
		cells.map(({ row }) => row),
		grid.rows,
		[grid.open.top && !grid.areSquares, grid.open.bottom && !grid.areSquares],
	);
	const columns = span(
		cells.map(({ column }) => column),
		grid.columns,
		[grid.open.left && !grid.areSquares, grid.open.right && !grid.areSquares],
	);
	if (rows.count < 2 && !holdsNumbers(cells)) return null;
	return {
		size: { rows: rows.count, columns: columns.count },
		cellOf: (character) => {
			const cell = placeOf(grid, character);
			if (!cell) return null;
			const [row, column] = [cell.row - rows.first, cell.column - columns.first];
			const isInside = row >= 0 && row < rows.count && column >= 0 && column < columns.count;
			return isInside ? { row, column } : null;
		},
	};
}

/** How many boxes for a digit each the paper has, where they hold most of what was read; null where there are none. */
export function boxesAmong(grids: readonly Grid[], lines: readonly (readonly Character[])[]): number | null {
	const digits = lines.flat().filter(({ verdict }) => !verdict.refusal);
	const comb = grids.find((grid) => {
		const inside = digits.filter((character) => placeOf(grid, character));
		return isComb(grid) && inside.length > digits.length / 2;
	});
	return comb?.columns ?? null;
}

/** Whether most cells in which something was read hold several digits, and there are several. */
function holdsNumbers(cells: readonly Cell[]): boolean {
	const counts = [...Map.groupBy(cells, ({ column }) => column).values()].map(({ length }) => length);
	return counts.length > 1 && counts.filter((count) => count > 1).length > counts.length / 2;
}

function placeOf(grid: Grid, { blob }: Character): Cell | null {
	const { x, y } = centreOf(blob);
	return cellAt(grid, x, y);
}

/** The first of `count` places and how many there are, without an open one at either end in which nothing is. */
function span(
	filled: readonly number[],
	count: number,
	[isOpenBefore, isOpenAfter]: readonly [boolean, boolean],
) {
	const first = isOpenBefore && !filled.includes(0) ? 1 : 0;
	const last = isOpenAfter && !filled.includes(count - 1) ? count - 1 : count;
	return { first, count: last - first };
}
