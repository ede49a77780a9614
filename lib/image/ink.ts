import { type CellGrid, cellGrid, filterCells, interpolateRow, mean, SAME_LEVEL } from "./cells.ts";
import type { Plane } from "./pixels.ts";

/** Cells along the longer side within which the threshold may differ. */
const CELLS = 16;

/** How much the whole picture counts against a cell's own neighbourhood, in average cells. */
const PRIOR = 0.05;

/** The threshold is at least this share of the level of ink: patterns of paper reach half of it. */
const LEAST_SHARE = 0.6;

/** Cells to each side over which the level of ink is taken. */
const LEVEL_RADIUS = 2;

/** Edges weaker than this many times the median gradient are noise, and so are those under `FAINTEST`. */
const NOISE = 3;

/** Grey levels over two pixels: less is what rounding and compression leave of a smooth shade. */
const FAINTEST = 4;

/** The least contrast, in grey levels, that ink may have. */
const LEAST_CONTRAST = 8;

/** About so many pixels are looked at to find the threshold, in whole rows. */
const SAMPLES = 250_000;

/**
 * Darkness -> ink: 0 = paper, 128 = the threshold, 255 = full ink.
 *
 * The threshold lies where the edges are, at their middle: the mean darkness weighted with the cubed
 * gradient (RATS, Kittler, Illingworth & Föglein 1985), of the neighbourhood where it has writing and of the
 * whole picture where it has none. Patterned paper has edges too, but never as dark as ink. Null when there is no edge that could be ink.
 */
export function inkOf(darkness: Plane): Plane | null {
	const { width, height, data } = darkness;
	const noise = Math.max(FAINTEST, NOISE * medianGradient(darkness));
	const side = Math.max(8, Math.ceil(Math.max(width, height) / CELLS));
	const strength = cellGrid(darkness, side);
	const weighted = cellGrid(darkness, side);
	const step = Math.max(1, Math.min(Math.floor((width * height) / SAMPLES), side >> 3));
	for (let y = 1; y < height - 1; y += step) {
		const firstCell = Math.floor(y / side) * strength.columns;
		for (let left = 0, cell = firstCell; left < width; left += side, cell++) {
			const end = y * width + Math.min(width - 1, left + side);
			for (let i = y * width + Math.max(1, left); i < end; i++) {
				const across = Math.abs(data[i + 1] - data[i - 1]);
				const down = Math.abs(data[i + width] - data[i - width]);
				if (across <= noise && down <= noise) continue;
				const excess = Math.max(across, down) - noise;
				const weight = excess * excess * excess;
				strength.data[cell] += weight;
				weighted.data[cell] += weight * data[i];
			}
		}
	}
	const total = sum(strength.data);
	const overall = sum(weighted.data) / total;
	if (!(overall * 2 >= LEAST_CONTRAST)) return null;
	const prior = (PRIOR * total) / strength.data.length;
	const threshold = filterCells(strength, 1, mean);
	const around = filterCells(weighted, 1, mean);
	for (let i = 0; i < threshold.data.length; i++)
		threshold.data[i] = (around.data[i] + prior * overall) / (threshold.data[i] + prior);
	const level = inkLevels(darkness, side, step);
	for (let i = 0; i < threshold.data.length; i++)
		threshold.data[i] = Math.max(threshold.data[i], LEAST_SHARE * level.data[i]);
	return scaleToThreshold(darkness, threshold);
}

function scaleToThreshold({ width, height, data }: Plane, threshold: CellGrid): Plane {
	const ink = new Uint8Array(width * height);
	// Fixed point, 16 bits behind the point: of a threshold >= 1 the products stay below 2^31.
	const gains = { ...threshold, data: threshold.data.map((level) => 128 / Math.max(1, level)) };
	const gain = new Int32Array(width);
	for (let y = 0; y < height; y++) {
		if (y % SAME_LEVEL === 0) interpolateRow(gains, y, 65536, gain);
		for (let x = 0, i = y * width; x < width; x++, i++) {
			const value = Math.imul(data[i], gain[x]) >> 16;
			ink[i] = Math.min(value, 255);
		}
	}
	return { width, height, data: ink };
}

function medianGradient({ width, height, data }: Plane): number {
	const histogram = new Uint32Array(256);
	const step = Math.max(1, Math.round(Math.sqrt((width * height) / 40_000)));
	let count = 0;
	for (let y = 1; y < height - 1; y += step) {
		for (let i = y * width + 1; i < (y + 1) * width - 1; i += step) {
			histogram[Math.abs(data[i + 1] - data[i - 1])]++;
			count++;
		}
	}
	let below = 0;
	let median = 0;
	while (median < 255 && below + histogram[median] <= count / 2) below += histogram[median++];
	return median;
}

/**
 * How dark the ink around each cell is: the mean darkness weighted with its fourth power, so that paper hardly
 * counts, not even one whose pattern is half as dark and everywhere.
 */
function inkLevels(darkness: Plane, side: number, step: number): CellGrid {
	const { width, height, data } = darkness;
	const weights = cellGrid(darkness, side);
	const weighted = cellGrid(darkness, side);
	for (let y = 0; y < height; y += step) {
		const firstCell = Math.floor(y / side) * weights.columns;
		for (let left = 0, cell = firstCell; left < width; left += side, cell++) {
			const end = y * width + Math.min(width, left + side);
			let weight = 0;
			let sum = 0;
			for (let i = y * width + left; i < end; i++) {
				const d = data[i];
				const fourth = d * d * d * d;
				weight += fourth;
				sum += fourth * d;
			}
			weights.data[cell] += weight;
			weighted.data[cell] += sum;
		}
	}
	const prior = PRIOR / weights.data.length;
	const [weightPrior, weightedPrior] = [prior * sum(weights.data), prior * sum(weighted.data)];
	const level = filterCells(weights, LEVEL_RADIUS, mean);
	const around = filterCells(weighted, LEVEL_RADIUS, mean);
	for (let i = 0; i < level.data.length; i++)
		level.data[i] = (around.data[i] + weightedPrior) / (level.data[i] + weightPrior);
	return level;
}

function sum(values: Float32Array): number {
	let total = 0;
	for (const value of values) total += value;
	return total;
}
