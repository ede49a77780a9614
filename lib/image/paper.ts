import {
	type CellGrid,
	cellGrid,
	filterCells,
	interpolateRow,
	largest,
	mean,
	SAME_LEVEL,
	smallest,
} from "./cells.ts";
import type { Plane } from "./pixels.ts";

/** Cells along the longer side of the picture: fine enough to follow a shadow. */
const CELLS = 64;

/** Pixels along each side of a cell that are looked at. */
const SAMPLES = 8;

/** The widest stroke, as a share of the longer side, under which the paper is still found. */
const WIDEST_STROKE = 0.25;

/** How much darker than the paper around it each pixel is, 0..255. Shading, vignettes and soft shadows are gone. */
export function darkness(gray: Plane): Plane {
	const { width, height, data } = gray;
	const paper = paperOf(gray);
	const depths = new Uint8Array(width * height);
	const level = new Int32Array(width);
	for (let y = 0; y < height; y++) {
		if (y % SAME_LEVEL === 0) interpolateRow(paper, y, 65536, level);
		for (let x = 0, i = y * width; x < width; x++, i++) {
			const depth = (level[x] >> 16) - data[i];
			// 0 where it is negative, without a branch: of noise no processor can foretell it.
			depths[i] = depth & ~(depth >> 31);
		}
	}
	return { width, height, data: depths };
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
	const step = Math.max(1, Math.floor(side / SAMPLES));
	let sum = 0;
	let count = 0;
	for (let y = top; y < bottom; y += step) {
		for (let i = y * width + left; i < y * width + right; i += step) {
			sum += data[i];
			count++;
		}
	}
	const average = Math.floor(sum / count);
	count = 0;
	sum = 0;
	for (let y = top; y < bottom; y += step) {
		for (let i = y * width + left; i < y * width + right; i += step) {
			// -1 where it is darker; a branch here would be foretold wrongly every other time.
			const isDarker = (data[i] - average) >> 31;
			sum += data[i] & ~isDarker;
			count += 1 + isDarker;
		}
	}
	return sum / count;
}
