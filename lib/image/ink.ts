import { cellGrid, filterCells, interpolateRow, mean } from "./cells.ts";
import type { Plane } from "./pixels.ts";

/** Cells along the longer side within which the threshold may differ. */
const CELLS = 16;

/** How much the whole picture's threshold counts against a cell's own, in cells of average edge strength. */
const PRIOR = 0.5;

/** Edges weaker than this many times the median gradient are noise, and so are those under `FAINTEST`. */
const NOISE = 3;

/** Grey levels over two pixels: less is what rounding and compression leave of a smooth shade. */
const FAINTEST = 4;

/** The least contrast, in grey levels, that ink may have. */
const LEAST_CONTRAST = 12;

/**
 * Darkness -> ink: 0 = paper, 128 = the threshold, 255 = full ink.
 *
 * The threshold lies where the edges are, at their middle: the mean darkness weighted with the squared
 * gradient (RATS, Kittler, Illingworth & Föglein 1985), of the neighbourhood where it has writing and of the
 * whole picture where it has none. Null when there is no edge that could be ink.
 */
export function inkOf(darkness: Plane): Plane | null {
	const { width, height, data } = darkness;
	const noise = Math.max(FAINTEST, NOISE * medianGradient(darkness));
	const side = Math.max(8, Math.ceil(Math.max(width, height) / CELLS));
	const strength = cellGrid(darkness, side);
	const weighted = cellGrid(darkness, side);
	for (let y = 1; y < height - 1; y++) {
		const firstCell = Math.floor(y / side) * strength.columns;
		for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
			const across = Math.abs(data[i + 1] - data[i - 1]);
			const down = Math.abs(data[i + width] - data[i - width]);
			const excess = Math.max(across, down) - noise;
			if (excess <= 0) continue;
			const cell = firstCell + ((x / side) | 0);
			const weight = excess * excess * excess;
			strength.data[cell] += weight;
			weighted.data[cell] += weight * data[i];
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
	const level = inkLevel(darkness);
	for (let i = 0; i < threshold.data.length; i++)
		threshold.data[i] = Math.max(threshold.data[i], 0.6 * level);
	return scaleToThreshold(darkness, threshold);
}

function scaleToThreshold({ width, height, data }: Plane, threshold: ReturnType<typeof cellGrid>): Plane {
	const ink = new Uint8Array(width * height);
	const level = new Float32Array(width);
	for (let y = 0, i = 0; y < height; y++) {
		interpolateRow(threshold, y, level);
		for (let x = 0; x < width; x++, i++) {
			if (data[i] === 0) continue;
			const value = (128 * data[i]) / level[x];
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

function sum(values: Float32Array): number {
	let total = 0;
	for (const value of values) total += value;
	return total;
}

function inkLevel({ data }: Plane): number {
	const histogram = new Float64Array(256);
	for (const d of data) histogram[d]++;
	let a = 0;
	let b = 0;
	for (let d = 1; d < 256; d++) {
		b += histogram[d] * d ** 3;
		a += histogram[d] * d ** 4;
	}
	return a / b;
}
