import type { InkMap } from "../../../lib/image/pixels.ts";

/** The largest (or smallest) of each pixel and its four neighbours, mixed with the pixel by `share`. */
function towardsExtreme({ width, height, data }: InkMap, share: number, largest: boolean): InkMap {
	const result = new Float32Array(data.length);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const i = y * width + x;
			const left = x > 0 ? data[i - 1] : 0;
			const right = x < width - 1 ? data[i + 1] : 0;
			const above = y > 0 ? data[i - width] : 0;
			const below = y < height - 1 ? data[i + width] : 0;
			const extreme = largest
				? Math.max(data[i], left, right, above, below)
				: Math.min(data[i], left, right, above, below);
			result[i] = data[i] + share * (extreme - data[i]);
		}
	}
	return { width, height, data: result };
}

/**
 * Grows strokes by `pixels` on each side, or thins them where it is negative: gray-scale dilation and erosion
 * by a diamond, mixed for parts of a pixel. A stroke may vanish when thinned.
 */
export function changeStrokeWidth(ink: InkMap, pixels: number): InkMap {
	let result = ink;
	for (let left = Math.abs(pixels); left > 0; left--)
		result = towardsExtreme(result, Math.min(1, left), pixels > 0);
	return result;
}
