import { cellGrid, filterCells, interpolateRow, mean } from "./cells.ts";
import type { Plane } from "./pixels.ts";

/** Cells along the longer side, and how many around each one make up its surroundings. */
const CELLS = 16;
const AROUND = 2;

/** About so many pixels are looked at, in whole rows; of each cell at least so many rows. */
const SAMPLES = 100_000;
const ROWS_A_CELL = 8;

/**
 * Whether the writing is lighter than what it is written on. The middle of an edge lies halfway between ink and
 * paper; ink covers the lesser part of the surroundings, so their mean lies on the paper's side of it. Edges
 * count by the cube of their strength: writing has stronger ones than shades and texture.
 */
export function isLightOnDark(gray: Plane): boolean {
	const { width, height, data } = gray;
	const side = Math.ceil(Math.max(width, height) / CELLS);
	const step = Math.max(1, Math.min(Math.floor((width * height) / SAMPLES), Math.floor(side / ROWS_A_CELL)));
	const surroundings = filterCells(cellMeans(gray, side, step), AROUND, mean);
	const level = new Int32Array(width);
	let balance = 0;
	for (let y = 1; y < height - 1; y += step) {
		interpolateRow(surroundings, y, 256, level);
		for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
			const across = Math.abs(data[i + 1] - data[i - 1]);
			const down = Math.abs(data[i + width] - data[i - width]);
			const strength = Math.max(across, down);
			balance += strength * strength * strength * (level[x] - 256 * data[i]);
		}
	}
	return balance < 0;
}

/** The mean brightness of every cell, by every `step`th row. */
function cellMeans(gray: Plane, side: number, step: number) {
	const { width, height, data } = gray;
	const cells = cellGrid(gray, side);
	const counts = new Uint32Array(cells.data.length);
	for (let y = 0; y < height; y += step) {
		for (let left = 0, cell = Math.floor(y / side) * cells.columns; left < width; left += side, cell++) {
			const end = y * width + Math.min(width, left + side);
			let sum = 0;
			for (let i = y * width + left; i < end; i++) sum += data[i];
			cells.data[cell] += sum;
			counts[cell] += end - y * width - left;
		}
	}
	for (let i = 0; i < counts.length; i++) cells.data[i] /= counts[i];
	return cells;
}
