import type { Plane } from "./pixels.ts";

/** A coarse grid over a picture: one number for every cell of `side` x `side` pixels. */
export interface CellGrid {
	readonly side: number;
	readonly columns: number;
	readonly rows: number;
	readonly data: Float32Array;
}

/** An empty grid that covers the plane; the last column and row may cover less than a whole cell. */
export function cellGrid({ width, height }: Plane, side: number): CellGrid {
	const columns = Math.ceil(width / side);
	const rows = Math.ceil(height / side);
	return { side, columns, rows, data: new Float32Array(columns * rows) };
}

/** For every cell, `pick` of the cells at most `radius` away along the rows, then along the columns. */
export function filterCells(
	grid: CellGrid,
	radius: number,
	pick: (window: Float32Array) => number,
): CellGrid {
	const { columns, rows } = grid;
	const across = new Float32Array(grid.data.length);
	const both = new Float32Array(grid.data.length);
	const line = new Float32Array(Math.max(columns, rows));
	for (let row = 0; row < rows; row++) {
		const start = row * columns;
		const cells = grid.data.subarray(start, start + columns);
		for (let i = 0; i < columns; i++)
			across[start + i] = pick(cells.subarray(Math.max(0, i - radius), i + radius + 1));
	}
	for (let column = 0; column < columns; column++) {
		for (let row = 0; row < rows; row++) line[row] = across[row * columns + column];
		const cells = line.subarray(0, rows);
		for (let i = 0; i < rows; i++)
			both[i * columns + column] = pick(cells.subarray(Math.max(0, i - radius), i + radius + 1));
	}
	return { ...grid, data: both };
}

/** The values of a grid along one row of pixels, interpolated linearly between the cells' centres. */
export function interpolateRow(grid: CellGrid, y: number, into: Float32Array): void {
	const { side, columns, rows, data } = grid;
	const atY = Math.min(rows - 1, Math.max(0, (y + 0.5) / side - 0.5));
	const upper = Math.floor(atY);
	const lower = Math.min(rows - 1, upper + 1);
	const share = atY - upper;
	const valueAt = (column: number) =>
		data[upper * columns + column] * (1 - share) + data[lower * columns + column] * share;
	let left = valueAt(0);
	let x = 0;
	for (let column = 0; column < columns; column++) {
		const right = column + 1 < columns ? valueAt(column + 1) : left;
		const start = (column + 0.5) * side;
		const end = column + 1 < columns ? Math.min(into.length, Math.ceil(start + side - 0.5)) : into.length;
		const slope = (right - left) / side;
		for (; x < end; x++) into[x] = left + Math.max(0, x + 0.5 - start) * slope;
		left = right;
	}
}

export function largest(window: Float32Array): number {
	let most = window[0];
	for (const value of window) if (value > most) most = value;
	return most;
}

export function smallest(window: Float32Array): number {
	let least = window[0];
	for (const value of window) if (value < least) least = value;
	return least;
}

export function mean(window: Float32Array): number {
	let sum = 0;
	for (const value of window) sum += value;
	return sum / window.length;
}
