// AssemblyScript, compiled to WebAssembly with SIMD.

import { CellGrid, filterCells, LevelRow, mean, SAME_LEVEL } from "./cells.as";
import { difference, gradient, gradients } from "./gradient.as";

/** Cells along the longer side within which the threshold may differ. */
const CELLS: i32 = 16;

/** How much the whole picture counts against a cell's own neighbourhood, in average cells. */
const PRIOR: f64 = 0.05;

/** The threshold is at least this share of the level of ink: patterns of paper reach half of it. */
const LEAST_SHARE: f64 = 0.6;

/** Cells to each side over which the level of ink is taken. */
const LEVEL_RADIUS: i32 = 2;

/** Edges weaker than this many times the median gradient are noise, and so are those under `FAINTEST`. */
const NOISE: i32 = 3;

/** Gray levels over two pixels: less is what rounding and compression leave of a smooth shade. */
const FAINTEST: i32 = 4;

/** The least contrast, in gray levels, that ink may have. */
const LEAST_CONTRAST: f64 = 8;

/** About so many pixels are looked at to find the threshold, in whole rows. */
const SAMPLES: i32 = 250_000;

/**
 * Makes ink of darkness: 0 = paper, 128 = the threshold, 255 = full ink.
 *
 * The threshold lies where the edges are, at their middle: the mean darkness weighted with the cubed
 * gradient (RATS, Kittler, Illingworth & Föglein 1985), of the neighbourhood where it has writing and of the
 * whole picture where it has none. Patterned paper has edges too, but never as dark as ink. False when there is
 * no edge that could be ink; then the darkness stays.
 */
export function threshold(darkness: usize, width: i32, height: i32): bool {
	const side = max(8, (max(width, height) + CELLS - 1) / CELLS);
	const step = max(1, min((width * height) / SAMPLES, side >> 3));
	const strength = new CellGrid(width, height, side);
	const level = new CellGrid(width, height, side);
	const noise = max(FAINTEST, NOISE * medianGradient(darkness, width, height));
	for (let y = 1; y < height - 1; y += step) {
		for (let left = 0, cell = (y / side) * strength.columns; left < width; left += side, cell++)
			weighEdges(darkness + y * width, width, max(1, left), min(width - 1, left + side), noise, strength, level, cell);
	}
	const total = strength.sum();
	const overall = level.sum() / total;
	if (!(overall * 2 >= LEAST_CONTRAST)) return false;
	const prior = (PRIOR * total) / strength.data.length;
	filterCells(strength, 1, mean);
	filterCells(level, 1, mean);
	const ink = inkLevels(darkness, width, height, side, step);
	for (let i = 0; i < level.data.length; i++) {
		const middle = <f32>((level.data[i] + prior * overall) / (strength.data[i] + prior));
		level.data[i] = <f32>max(<f64>middle, LEAST_SHARE * ink.data[i]);
	}
	scaleTo(level, darkness, width, height);
	return true;
}

/** Scales what reaches the level to 128 and more. */
function scaleTo(level: CellGrid, darkness: usize, width: i32, height: i32): void {
	for (let i = 0; i < level.data.length; i++) level.data[i] = <f32>(128 / <f64>max(1, level.data[i]));
	// Fixed point, 16 bits behind the point: of a threshold >= 1 the products stay below 2^31.
	const gain = new LevelRow(width, 65536);
	for (let y = 0; y < height; y += SAME_LEVEL) {
		gain.follow(level, y);
		scaleRows(darkness + y * width, width, min(SAME_LEVEL, height - y), gain.at);
	}
}

function scaleRows(rows: usize, width: i32, count: i32, gain: usize): void {
	const end = rows + count * width;
	let x = 0;
	for (; x + 16 <= width; x += 16, gain += 64) {
		const a = v128.load(gain), b = v128.load(gain, 16), c = v128.load(gain, 32), d = v128.load(gain, 48);
		for (let p = rows + x; p < end; p += width) {
			const pixels = v128.load(p);
			const low = i16x8.extend_low_i8x16_u(pixels), high = i16x8.extend_high_i8x16_u(pixels);
			v128.store(
				p,
				i8x16.narrow_i16x8_u(
					i16x8.narrow_i32x4_s(
						i32x4.shr_s(i32x4.mul(i32x4.extend_low_i16x8_u(low), a), 16),
						i32x4.shr_s(i32x4.mul(i32x4.extend_high_i16x8_u(low), b), 16),
					),
					i16x8.narrow_i32x4_s(
						i32x4.shr_s(i32x4.mul(i32x4.extend_low_i16x8_u(high), c), 16),
						i32x4.shr_s(i32x4.mul(i32x4.extend_high_i16x8_u(high), d), 16),
					),
				),
			);
		}
	}
	for (; x < width; x++, gain += 4) {
		for (let p = rows + x; p < end; p += width)
			store<u8>(p, min(255, (<i32>load<u8>(p) * load<i32>(gain)) >> 16));
	}
}

function medianGradient(darkness: usize, width: i32, height: i32): i32 {
	const histogram = new StaticArray<i32>(256);
	const step = max(1, <i32>Math.round(Math.sqrt(<f64>(width * height) / 40_000)));
	let count = 0;
	for (let y = 1; y < height - 1; y += step) {
		const row = darkness + y * width;
		for (let x = 1; x < width - 1; x += step) {
			histogram[difference(row + x + 1, row + x - 1)]++;
			count++;
		}
	}
	let below = 0;
	let median = 0;
	while (median < 255 && 2 * (below + histogram[median]) <= count) below += histogram[median++];
	return median;
}

/** Adds to a cell the weights of its edges from x = `from` to before `to`, and their darkness so weighted. */
function weighEdges(
	row: usize, width: i32, from: i32, to: i32, noise: i32, weights: CellGrid, weighted: CellGrid, cell: i32,
): void {
	const most = i8x16.splat(<i8>min(255, noise));
	for (let x = from; x < to; x += 16) {
		const end = min(to, x + 16);
		if (x + 16 == end && !v128.any_true(i8x16.gt_u(gradients(row + x, width), most))) continue;
		for (let i = x; i < end; i++) {
			const excess = <f64>max(0, gradient(row + i, width) - noise);
			const weight = excess * excess * excess;
			weights.add(cell, weight);
			weighted.add(cell, weight * load<u8>(row + i));
		}
	}
}

/**
 * How dark the ink around each cell is: the mean darkness weighted with its fourth power, so that paper hardly
 * counts, not even one whose pattern is half as dark and everywhere.
 */
function inkLevels(darkness: usize, width: i32, height: i32, side: i32, step: i32): CellGrid {
	const weights = new CellGrid(width, height, side);
	const level = new CellGrid(width, height, side);
	for (let y = 0; y < height; y += step) {
		const row = darkness + y * width;
		for (let left = 0, cell = (y / side) * level.columns; left < width; left += side, cell++) {
			weighInk(row + left, row + min(width, left + side), weights, level, cell);
		}
	}
	const prior = PRIOR / level.data.length;
	const weightPrior = prior * weights.sum(), levelPrior = prior * level.sum();
	filterCells(weights, LEVEL_RADIUS, mean);
	filterCells(level, LEVEL_RADIUS, mean);
	for (let i = 0; i < level.data.length; i++)
		level.data[i] = <f32>((level.data[i] + levelPrior) / (weights.data[i] + weightPrior));
	return level;
}

/** Adds to a cell the fourth powers of some pixels, and the fifth. */
function weighInk(from: usize, to: usize, weights: CellGrid, weighted: CellGrid, cell: i32): void {
	let fourths = i64x2.splat(0);
	let fifths = i64x2.splat(0);
	for (; from + 8 <= to; from += 8) {
		const darks = v128.load8x8_u(from);
		const squares = i16x8.mul(darks, darks);
		const left = i32x4.extmul_low_i16x8_u(squares, squares), right = i32x4.extmul_high_i16x8_u(squares, squares);
		const leftDarks = i32x4.extend_low_i16x8_u(darks), rightDarks = i32x4.extend_high_i16x8_u(darks);
		fourths = i64x2.add(fourths, i64x2.add(i64x2.extend_low_i32x4_u(left), i64x2.extend_high_i32x4_u(left)));
		fourths = i64x2.add(fourths, i64x2.add(i64x2.extend_low_i32x4_u(right), i64x2.extend_high_i32x4_u(right)));
		fifths = i64x2.add(fifths, i64x2.extmul_low_i32x4_u(left, leftDarks));
		fifths = i64x2.add(fifths, i64x2.extmul_high_i32x4_u(left, leftDarks));
		fifths = i64x2.add(fifths, i64x2.extmul_low_i32x4_u(right, rightDarks));
		fifths = i64x2.add(fifths, i64x2.extmul_high_i32x4_u(right, rightDarks));
	}
	let weight = i64x2.extract_lane(fourths, 0) + i64x2.extract_lane(fourths, 1);
	let sum = i64x2.extract_lane(fifths, 0) + i64x2.extract_lane(fifths, 1);
	for (; from < to; from++) {
		const dark = <i64>load<u8>(from);
		const fourth = dark * dark * dark * dark;
		weight += fourth;
		sum += fourth * dark;
	}
	weights.add(cell, <f64>weight);
	weighted.add(cell, <f64>sum);
}
