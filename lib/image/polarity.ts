import { cellGrid, filterCells, interpolateRow, mean } from "./cells.ts";
import type { Plane } from "./pixels.ts";

/** Cells along the longer side, and how many around each one make up its surroundings. */
const CELLS = 16;
const AROUND = 2;

/** Of high pictures about so many rows are looked at. */
const MOST_ROWS = 400;

/**
 * Whether the writing is lighter than what it is written on. The middle of an edge lies halfway between ink and
 * paper; ink covers the lesser part of the surroundings, so their mean lies on the paper's side of it. Edges
 * count by the cube of their strength: writing has stronger ones than shades and texture.
 */
export function isLightOnDark(gray: Plane): boolean {
	const { width, height, data } = gray;
	const surroundings = filterCells(cellMeans(gray), AROUND, mean);
	const level = new Float32Array(width);
	let balance = 0;
	const step = Math.max(1, Math.floor(height / MOST_ROWS));
	for (let y = 1; y < height - 1; y += step) {
		interpolateRow(surroundings, y, level);
		for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
			const strength = Math.max(
				Math.abs(data[i + 1] - data[i - 1]),
				Math.abs(data[i + width] - data[i - width]),
			);
			balance += strength * strength * strength * (level[x] - data[i]);
		}
	}
	return balance < 0;
}

function cellMeans({ width, height, data }: Plane) {
	const cells = cellGrid({ width, height, data }, Math.ceil(Math.max(width, height) / CELLS));
	const counts = new Uint32Array(cells.data.length);
	for (let y = 0, i = 0; y < height; y++) {
		const firstCell = Math.floor(y / cells.side) * cells.columns;
		for (let x = 0; x < width; x++, i++) {
			const cell = firstCell + ((x / cells.side) | 0);
			cells.data[cell] += data[i];
			counts[cell]++;
		}
	}
	for (let i = 0; i < counts.length; i++) cells.data[i] /= counts[i];
	return cells;
}
