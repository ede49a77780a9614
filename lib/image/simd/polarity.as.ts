// AssemblyScript, compiled to WebAssembly with SIMD.

import { CellGrid, filterCells, LevelRow, mean } from "./cells.as";
import { gradient, gradients } from "./gradient.as";

/** Cells along the longer side, and how many around each one make up its surroundings. */
const CELLS: i32 = 16;
const AROUND: i32 = 2;

/** About so many pixels are looked at, in whole rows; of each cell at least so many rows. */
const SAMPLES: i32 = 100_000;
const ROWS_A_CELL: i32 = 8;

/**
 * Whether the writing is lighter than what it is written on. The middle of an edge lies halfway between ink and
 * paper; ink covers the lesser part of the surroundings, so their mean lies on the paper's side of it. Edges
 * count by the cube of their strength: writing has stronger ones than shades and texture. A date stamped into a corner
 * is stronger than any pen: most of the picture's cells must say so too.
 */
export function isLightOnDark(gray: usize, width: i32, height: i32): bool {
	const side = (max(width, height) + CELLS - 1) / CELLS;
	const step = max(1, min((width * height) / SAMPLES, side / ROWS_A_CELL));
	const surroundings = cellMeans(gray, width, height, side, step);
	filterCells(surroundings, AROUND, mean);
	const level = new LevelRow(width, 256);
	const balances = new StaticArray<i64>(surroundings.data.length);
	for (let y = 1; y < height - 1; y += step) {
		level.follow(surroundings, y);
		for (let left = 0, cell = (y / side) * surroundings.columns; left < width; left += side, cell++)
			balances[cell] += balanceOf(gray + y * width, width, max(1, left), min(width - 1, left + side), level.at);
	}
	let sum: i64 = 0;
	let votes: f64 = 0;
	for (let cell = 0; cell < balances.length; cell++) {
		sum += balances[cell];
		votes += Math.cbrt(<f64>balances[cell]);
	}
	return sum < 0 && votes < 0;
}

/** How far the level lies above the edges of a row, from x = `from` to before `end`. */
function balanceOf(row: usize, width: i32, from: i32, end: i32, level: usize): i64 {
	let sums = i64x2.splat(0);
	let x = from;
	for (; x + 16 <= end; x += 16) {
		const strengths = gradients(row + x, width);
		const pixels = v128.load(row + x);
		const levels = level + (x << 2);
		const low = i16x8.extend_low_i8x16_u(strengths), high = i16x8.extend_high_i8x16_u(strengths);
		const left = i16x8.extend_low_i8x16_u(pixels), right = i16x8.extend_high_i8x16_u(pixels);
		sums = weigh(sums, i32x4.extend_low_i16x8_u(low), i32x4.extend_low_i16x8_u(left), levels);
		sums = weigh(sums, i32x4.extend_high_i16x8_u(low), i32x4.extend_high_i16x8_u(left), levels + 16);
		sums = weigh(sums, i32x4.extend_low_i16x8_u(high), i32x4.extend_low_i16x8_u(right), levels + 32);
		sums = weigh(sums, i32x4.extend_high_i16x8_u(high), i32x4.extend_high_i16x8_u(right), levels + 48);
	}
	let sum = i64x2.extract_lane(sums, 0) + i64x2.extract_lane(sums, 1);
	for (; x < end; x++) {
		const strength = <i64>gradient(row + x, width);
		sum += strength * strength * strength * (load<i32>(level + (x << 2)) - 256 * <i32>load<u8>(row + x));
	}
	return sum;
}

// @ts-expect-error: decorator of AssemblyScript
@inline
function weigh(sums: v128, strengths: v128, pixels: v128, levels: usize): v128 {
	const weights = i32x4.mul(i32x4.mul(strengths, strengths), strengths);
	const above = i32x4.sub(v128.load(levels), i32x4.shl(pixels, 8));
	return i64x2.add(
		sums,
		i64x2.add(i64x2.extmul_low_i32x4_s(weights, above), i64x2.extmul_high_i32x4_s(weights, above)),
	);
}

/** The mean brightness of every cell, by every `step`th row. */
function cellMeans(gray: usize, width: i32, height: i32, side: i32, step: i32): CellGrid {
	const cells = new CellGrid(width, height, side);
	const counts = new StaticArray<i32>(cells.data.length);
	for (let y = 0; y < height; y += step) {
		const row = gray + y * width;
		for (let left = 0, cell = (y / side) * cells.columns; left < width; left += side, cell++) {
			const right = min(width, left + side);
			let sum = 0;
			for (let x = left; x < right; x++) sum += load<u8>(row + x);
			cells.add(cell, sum);
			counts[cell] += right - left;
		}
	}
	for (let i = 0; i < counts.length; i++) cells.data[i] = <f32>(<f64>cells.data[i] / counts[i]);
	return cells;
}
