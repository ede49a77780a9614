// AssemblyScript, compiled to WebAssembly with SIMD.

import { CellGrid, filterCells, largest, LevelRow, mean, SAME_LEVEL, smallest } from "./cells.as";

/** Cells along the longer side of the picture: fine enough to follow a shadow. */
const CELLS: i32 = 64;

/** Pixels along each side of a cell that are looked at. */
const SAMPLES: i32 = 8;

/** The widest stroke, as a share of the longer side, under which the paper is still found. */
const WIDEST_STROKE: f64 = 0.25;

/** Makes of every pixel how much darker than the paper around it it is. Shading, vignettes and soft shadows go. */
export function darken(gray: usize, width: i32, height: i32): void {
	const paper = paperOf(gray, width, height);
	const level = new LevelRow(width, 65536);
	for (let y = 0; y < height; y += SAME_LEVEL) {
		level.follow(paper, y);
		darkenRows(gray + y * width, width, min(SAME_LEVEL, height - y), level.at);
	}
}

/** @param level of the paper in every column, in 1/65536 */
function darkenRows(rows: usize, width: i32, count: i32, level: usize): void {
	const end = rows + count * width;
	let x = 0;
	for (; x + 16 <= width; x += 16, level += 64) {
		const paper = i8x16.narrow_i16x8_u(
			i16x8.narrow_i32x4_s(i32x4.shr_s(v128.load(level), 16), i32x4.shr_s(v128.load(level, 16), 16)),
			i16x8.narrow_i32x4_s(i32x4.shr_s(v128.load(level, 32), 16), i32x4.shr_s(v128.load(level, 48), 16)),
		);
		for (let p = rows + x; p < end; p += width) v128.store(p, i8x16.sub_sat_u(paper, v128.load(p)));
	}
	for (; x < width; x++, level += 4) {
		const paper = load<i32>(level) >> 16;
		for (let p = rows + x; p < end; p += width) store<u8>(p, max(0, paper - <i32>load<u8>(p)));
	}
}

/**
 * The brightness of the paper: in every cell the mean of the brighter pixels, then a morphological closing,
 * which fills what is dark and narrow (ink) and leaves what is dark and wide (shade), then smoothing.
 */
function paperOf(gray: usize, width: i32, height: i32): CellGrid {
	const side = max(4, (max(width, height) + CELLS - 1) / CELLS);
	const cells = new CellGrid(width, height, side);
	for (let row = 0, i = 0; row < cells.rows; row++) {
		for (let column = 0; column < cells.columns; column++, i++)
			cells.data[i] = brighterMean(gray, width, height, column * side, row * side, side);
	}
	const radius = <i32>Math.ceil((max(cells.columns, cells.rows) * WIDEST_STROKE) / 2);
	filterCells(cells, radius, largest);
	filterCells(cells, radius, smallest);
	filterCells(cells, 1, mean);
	return cells;
}

/** The mean of those pixels of a cell that are at least as bright as its mean. */
function brighterMean(gray: usize, width: i32, height: i32, left: i32, top: i32, side: i32): f32 {
	const right = min(width, left + side);
	const bottom = min(height, top + side);
	const step = max(1, side / SAMPLES);
	let sum = 0;
	let count = 0;
	for (let y = top; y < bottom; y += step) {
		for (let x = left; x < right; x += step) {
			sum += load<u8>(gray + y * width + x);
			count++;
		}
	}
	const average = sum / count;
	count = 0;
	sum = 0;
	for (let y = top; y < bottom; y += step) {
		for (let x = left; x < right; x += step) {
			const pixel = <i32>load<u8>(gray + y * width + x);
			// -1 where it is darker; a branch here would be foretold wrongly every other time.
			const isDarker = (pixel - average) >> 31;
			sum += pixel & ~isDarker;
			count += 1 + isDarker;
		}
	}
	return <f32>(<f64>sum / count);
}
