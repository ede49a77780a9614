import type { InkMap } from "./pixels.ts";

/**
 * Area average of an ink map on another grid (a box filter, as wide as a target pixel or as a source pixel,
 * whichever is larger: it averages where it shrinks and interpolates linearly where it enlarges). Our own,
 * since browsers differ in how `drawImage` scales and the answer must not.
 *
 * A source point p lands on `p * scale + offset` (pixel edges, per axis). Outside the source is paper.
 *
 * @param scale target pixels per source pixel, > 0
 * @returns an ink map of `width` x `height`
 */
export function resample(
	source: InkMap,
	scale: number,
	offset: { readonly x: number; readonly y: number },
	width: number,
	height: number,
): InkMap {
	const columns = taps(source.width, width, scale, offset.x);
	const rows = taps(source.height, height, scale, offset.y);
	const data = new Float32Array(width * height);
	const line = new Float32Array(width);
	for (let sy = 0; sy < source.height; sy++) {
		if (!rows.some((row) => sy >= row.from && sy < row.from + row.weights.length)) continue;
		squeezeRow(source, sy, columns, line);
		for (let y = 0; y < height; y++) {
			const weight = rows[y].weights[sy - rows[y].from];
			if (weight === undefined) continue;
			for (let x = 0; x < width; x++) data[y * width + x] += weight * line[x];
		}
	}
	return { width, height, data };
}

/** The source pixels that a target pixel averages, and their weights. */
interface Taps {
	readonly from: number;
	readonly weights: Float32Array;
}

function taps(sourceSize: number, targetSize: number, scale: number, offset: number): Taps[] {
	const reach = Math.max(1 / scale, 1);
	return Array.from({ length: targetSize }, (_, i) => {
		const centre = (i + 0.5 - offset) / scale;
		const low = centre - reach / 2;
		const high = centre + reach / 2;
		const from = Math.max(0, Math.floor(low));
		const to = Math.min(sourceSize, Math.ceil(high));
		const weights = new Float32Array(Math.max(0, to - from));
		for (let s = from; s < to; s++)
			weights[s - from] = Math.max(0, Math.min(s + 1, high) - Math.max(s, low)) / reach;
		return { from, weights };
	});
}

function squeezeRow(source: InkMap, y: number, columns: readonly Taps[], into: Float32Array): void {
	const start = y * source.width;
	for (let x = 0; x < columns.length; x++) {
		const { from, weights } = columns[x];
		let sum = 0;
		for (let i = 0; i < weights.length; i++) sum += source.data[start + from + i] * weights[i];
		into[x] = sum;
	}
}
