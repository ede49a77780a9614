import type { Conv2D } from "../models/layers.ts";
import { pairOf, reachOf, sameMargins } from "../models/window.ts";

/** Numbers with their shape, row by row, channels last. */
export interface Shaped {
	readonly shape: readonly number[];
	readonly values: Float32Array;
}

/** One value of a convolution as the sum that it is. */
export interface ConvolutionSum {
	/** What lies under the filter, [height, width, maps]; 0 beyond the border. */
	readonly patch: Shaped;
	/** The filter's weights, of the same shape. */
	readonly weights: Shaped;
	/** What each of the maps under the filter adds. */
	readonly perMap: Float32Array;
	/** The sum of all products and the bias, before any activation. */
	readonly total: number;
}

/** The maps of the input that a filter looks at: all of them, or those of its group. */
function mapsOf(
	input: Shaped,
	kernel: Shaped,
	filter: number,
): { readonly first: number; readonly count: number } {
	const [, , count, filters] = kernel.shape;
	const groups = input.shape[2] / count;
	return { first: Math.floor(filter / (filters / groups)) * count, count };
}

/** Where the filter's upper left tap lies for the output at row and column 0. */
function marginsOf(
	input: Shaped,
	{ kernelSize, dilation = 1, strides, padding }: Conv2D,
): readonly [number, number] {
	if (padding === "valid") return [0, 0];
	if (padding !== "same") return [padding[0][0], padding[1][0]];
	const before = (axis: 0 | 1) =>
		sameMargins(
			input.shape[axis],
			reachOf(pairOf(kernelSize)[axis], pairOf(dilation)[axis]),
			pairOf(strides)[axis],
		)[0];
	return [before(0), before(1)];
}

/**
 * The sum behind one value of a convolution.
 *
 * @param kernel [height, width, in, out]
 * @param place of the output, x and y from its upper left
 */
export function convolutionAt(
	input: Shaped,
	layer: Conv2D,
	kernel: Shaped,
	bias: number,
	filter: number,
	[x, y]: readonly [x: number, y: number],
): ConvolutionSum {
	const [height, width] = kernel.shape;
	const filters = kernel.shape[3];
	const { first, count } = mapsOf(input, kernel, filter);
	const [top, left] = marginsOf(input, layer);
	const [strideY, strideX] = pairOf(layer.strides);
	const [dilateY, dilateX] = pairOf(layer.dilation ?? 1);
	const shape = [height, width, count];
	const patch = new Float32Array(height * width * count);
	const weights = new Float32Array(patch.length);
	const perMap = new Float32Array(count);
	for (let row = 0; row < height; row++) {
		for (let column = 0; column < width; column++) {
			const fromY = y * strideY - top + row * dilateY;
			const fromX = x * strideX - left + column * dilateX;
			for (let map = 0; map < count; map++) {
				const at = (row * width + column) * count + map;
				patch[at] = valueAt(input, fromX, fromY, first + map);
				weights[at] = kernel.values[at * filters + filter];
				perMap[map] += patch[at] * weights[at];
			}
		}
	}
	return {
		patch: { shape, values: patch },
		weights: { shape, values: weights },
		perMap,
		total: perMap.reduce((sum, part) => sum + part, bias),
	};
}

/** A map of the input, and how much it has to do with a map of the output. */
export interface Feed {
	readonly map: number;
	/** The mean of what it adds, whether for or against, over all places. */
	readonly strength: number;
}

/** The maps that feed a filter's map for this input, the strongest first. */
export function feedsOf(
	input: Shaped,
	layer: Conv2D,
	kernel: Shaped,
	filter: number,
	outputShape: readonly number[],
): Feed[] {
	const { first, count } = mapsOf(input, kernel, filter);
	const sums = new Float64Array(count);
	const [height, width] = outputShape;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const { perMap } = convolutionAt(input, layer, kernel, 0, filter, [x, y]);
			for (let map = 0; map < count; map++) sums[map] += Math.abs(perMap[map]);
		}
	}
	return Array.from(sums, (sum, map) => ({ map: first + map, strength: sum / (height * width) })).sort(
		(a, b) => b.strength - a.strength,
	);
}

/**
 * The weights of one unit of a dense layer, one for each number that comes in.
 *
 * @param kernel [in, out]
 */
export function weightsOfUnit({ shape: [inputs, units], values }: Shaped, unit: number): Float32Array {
	return Float32Array.from({ length: inputs }, (_, i) => values[i * units + unit]);
}

function valueAt(
	{ shape: [height, width, maps], values }: Shaped,
	x: number,
	y: number,
	map: number,
): number {
	return x < 0 || y < 0 || x >= width || y >= height ? 0 : values[(y * width + x) * maps + map];
}
