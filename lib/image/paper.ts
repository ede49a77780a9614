import { type CellGrid, cellGrid, filterCells, interpolateRow, largest, mean, smallest } from "./cells.ts";
import type { Plane } from "./pixels.ts";

/** Cells along the longer side of the picture: fine enough to follow a shadow. */
const CELLS = 64;

/** The widest stroke, as a share of the longer side, under which the paper is still found. */
const WIDEST_STROKE = 0.25;

/** How much darker than the paper around it each pixel is, 0..255. Shading, vignettes and soft shadows are gone. */
export function darkness(gray: Plane): Plane {
	const { width, height } = gray;
	const paper = paperOf(gray);
	const data = new Uint8Array(width * height);
	const level = new Float32Array(width);
	for (let y = 0, i = 0; y < height; y++) {
		interpolateRow(paper, y, level);
		for (let x = 0; x < width; x++, i++) {
			const depth = level[x] - gray.data[i];
			data[i] = Math.max(depth, 0);
		}
	}
	return { width, height, data };
}

/**
 * The brightness of the paper: in every cell the mean of the brighter pixels, then a morphological closing,
 * which fills what is dark and narrow (ink) and leaves what is dark and wide (shade), then smoothing.
 */
function paperOf(gray: Plane): CellGrid {
	const side = Math.max(4, Math.ceil(Math.max(gray.width, gray.height) / CELLS));
	const cells = cellGrid(gray, side);
	for (let row = 0, i = 0; row < cells.rows; row++) {
		for (let column = 0; column < cells.columns; column++, i++)
			cells.data[i] = brighterMean(gray, column * side, row * side, side);
	}
	const radius = Math.ceil((Math.max(cells.columns, cells.rows) * WIDEST_STROKE) / 2);
	const closed = filterCells(filterCells(cells, radius, largest), radius, smallest);
	return filterCells(closed, 1, mean);
}

/** The mean of those pixels of a cell that are at least as bright as its mean. */
function brighterMean({ width, height, data }: Plane, left: number, top: number, side: number): number {
	const right = Math.min(width, left + side);
	const bottom = Math.min(height, top + side);
	let sum = 0;
	for (let y = top; y < bottom; y++)
		for (let i = y * width + left; i < y * width + right; i++) sum += data[i];
	const average = Math.floor(sum / ((right - left) * (bottom - top)));
	let count = 0;
	sum = 0;
	for (let y = top; y < bottom; y++) {
		for (let i = y * width + left; i < y * width + right; i++) {
			if (data[i] < average) continue;
			sum += data[i];
			count++;
		}
	}
	return sum / count;
}
