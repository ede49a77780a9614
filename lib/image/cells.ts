import type { Plane } from "./pixels.ts";

/** A coarse grid over a picture: one number for every cell of `side` x `side` pixels. */
export interface CellGrid {
	readonly side: number;
	readonly columns: number;
	readonly rows: number;
	readonly data: Float32Array;
}

/** A grid is so smooth that so many rows of pixels may share its values; cells are never smaller. */
export const SAME_LEVEL = 4;

/** An empty grid that covers the plane; the last column and row may cover less than a whole cell. */
export function cellGrid({ width, height }: Plane, side: number): CellGrid {
	const columns = Math.ceil(width / side);
	const rows = Math.ceil(height / side);
	return { side, columns, rows, data: new Float32Array(columns * rows) };
}

/** What a filter makes of the values from index `from` to before `to`. */
export type Pick = (values: Float32Array, from: number, to: number) => number;

/** For every cell, `pick` of the cells at most `radius` away along the rows, then along the columns. */
export function filterCells(grid: CellGrid, radius: number, pick: Pick): CellGrid {
	const { columns, rows } = grid;
	const across = new Float32Array(grid.data.length);
	const both = new Float32Array(grid.data.length);
	const line = new Float32Array(rows);
	for (let row = 0; row < rows; row++) {
		const start = row * columns;
		for (let i = 0; i < columns; i++)
			across[start + i] = pick(
				grid.data,
				start + Math.max(0, i - radius),
				start + Math.min(columns, i + radius + 1),
			);
	}
	for (let column = 0; column < columns; column++) {
		for (let row = 0; row < rows; row++) line[row] = across[row * columns + column];
		for (let i = 0; i < rows; i++)
			both[i * columns + column] = pick(line, Math.max(0, i - radius), Math.min(rows, i + radius + 1));
	}
	return { ...grid, data: both };
}

/**
 * The values of a grid along one row of pixels, interpolated linearly between the cells' centres.
 *
 * @param into takes them as whole numbers of 1/`unit`, which is fast to step through
 */
export function interpolateRow(grid: CellGrid, y: number, unit: number, into: Int32Array): void {
	const { side, columns, rows, data } = grid;
	const atY = Math.min(rows - 1, Math.max(0, (y + 0.5) / side - 0.5));
	const upper = Math.floor(atY);
	const lower = Math.min(rows - 1, upper + 1);
	const share = atY - upper;
	const valueAt = (column: number) =>
		unit * (data[upper * columns + column] * (1 - share) + data[lower * columns + column] * share);
	let left = valueAt(0);
	const half = Math.min(into.length, Math.ceil((side - 1) / 2));
	into.fill(left, 0, half);
	let x = half;
	for (let column = 0; column + 1 < columns; column++) {
		const right = valueAt(column + 1);
		const centre = (column + 0.5) * side - 0.5;
		const end = Math.min(into.length, Math.ceil(centre + side));
		const slope = (right - left) / side;
		const step = Math.round(slope);
		let value = Math.round(left + (x - centre) * slope);
		for (; x < end; x++, value += step) into[x] = value;
		left = right;
	}
	into.fill(left, x);
}

export const largest: Pick = (values, from, to) => {
	let most = values[from];
	for (let i = from + 1; i < to; i++) if (values[i] > most) most = values[i];
	return most;
};

export const smallest: Pick = (values, from, to) => {
	let least = values[from];
	for (let i = from + 1; i < to; i++) if (values[i] < least) least = values[i];
	return least;
};

export const mean: Pick = (values, from, to) => {
	let sum = 0;
	for (let i = from; i < to; i++) sum += values[i];
	return sum / (to - from);
};
