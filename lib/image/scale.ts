import type { Box } from "../geometry.ts";
import { coloursOf, type Pixels, type Plane } from "./pixels.ts";
import { bytesAt, kernels } from "./simd/kernels.ts";

/**
 * The mean colour of every `factor` x `factor` block (area average; colours count by their opacity); a rest at the
 * right and the bottom is dropped. Colours are averaged before anything else is done with them, two channels at a
 * time, since the first look at every pixel of a large photo is what takes longest.
 *
 * @param factor 1..16, so that the sum of a block's channel fits into 16 bits
 */
export function shrink(pixels: Pixels, factor: number): Pixels {
	if (factor === 1) return pixels;
	if (factor === 2 && pixels.width > 1 && pixels.height > 1) return halve(pixels);
	const width = Math.max(1, Math.floor(pixels.width / factor));
	const height = Math.max(1, Math.floor(pixels.height / factor));
	const rows = Math.min(factor, pixels.height);
	const columns = Math.min(factor, pixels.width);
	const colours = coloursOf(pixels);
	const redBlue = new Int32Array(width);
	const greenAlpha = new Int32Array(width);
	const data = new Uint8ClampedArray(4 * width * height);
	const share = 1 / (rows * columns);
	for (let y = 0, target = 0; y < height; y++) {
		redBlue.fill(0);
		greenAlpha.fill(0);
		for (let row = 0; row < rows; row++) {
			for (let column = 0; column < columns; column++) {
				const start = (y * factor + row) * pixels.width + column;
				for (let x = 0, i = start; x < width; x++, i += factor) {
					const colour = colours[i];
					redBlue[x] += colour & 0xff00ff;
					greenAlpha[x] += (colour >>> 8) & 0xff00ff;
				}
			}
		}
		for (let x = 0; x < width; x++, target += 4) {
			data[target] = (redBlue[x] & 0xffff) * share;
			data[target + 1] = (greenAlpha[x] & 0xffff) * share;
			data[target + 2] = (redBlue[x] >>> 16) * share;
			data[target + 3] = (greenAlpha[x] >>> 16) * share;
			if (greenAlpha[x] >>> 16 < 255 * rows * columns)
				data.set(visibleMean(pixels, { x: x * factor, y: y * factor, width: columns, height: rows }), target);
		}
	}
	return { width, height, data };
}

/** Bytes that `halve` may read after the lower row: opaque ones say nothing. */
const AFTER = 32;

/** `shrink` by 2, as photos of up to 16 megapixels need it: in a quarter of the time. */
function halve(pixels: Pixels): Pixels {
	const width = pixels.width >> 1;
	const height = pixels.height >> 1;
	const row = 4 * pixels.width;
	const data = new Uint8ClampedArray(4 * width * height);
	const { room, more, halve } = kernels();
	const rows = room(2 * row + AFTER);
	const into = more(4 * width);
	bytesAt(rows + 2 * row, AFTER).fill(255);
	for (let y = 0; y < height; y++) {
		bytesAt(rows, 2 * row).set(pixels.data.subarray(2 * y * row, 2 * (y + 1) * row));
		const opacity = halve(rows, rows + row, into, width);
		const start = 4 * y * width;
		data.set(bytesAt(into, 4 * width), start);
		if (opacity === 255) continue;
		for (let x = 0; x < width; x++) {
			if (data[start + 4 * x + 3] < 255)
				data.set(visibleMean(pixels, { x: 2 * x, y: 2 * y, width: 2, height: 2 }), start + 4 * x);
		}
	}
	return { width, height, data };
}

/** The mean colour of what is seen of a block, and the block's mean opacity. */
function visibleMean({ width, data }: Pixels, block: Box): number[] {
	const sums = [0, 0, 0, 0];
	for (let y = block.y; y < block.y + block.height; y++) {
		for (let p = 4 * (y * width + block.x); p < 4 * (y * width + block.x + block.width); p += 4) {
			const alpha = data[p + 3];
			for (let channel = 0; channel < 3; channel++) sums[channel] += data[p + channel] * alpha;
			sums[3] += alpha;
		}
	}
	const [red, green, blue, alpha] = sums;
	const weight = alpha || 1;
	return [red / weight, green / weight, blue / weight, alpha / (block.width * block.height)];
}

/** Enlarged `factor` times with linear interpolation, so that small writing has strokes a few pixels wide. */
export function enlarge(plane: Plane, factor: number): Plane {
	if (factor === 1) return plane;
	const width = plane.width * factor;
	const height = plane.height * factor;
	const data = new Uint8Array(width * height);
	const columns = positions(plane.width, factor);
	const rows = positions(plane.height, factor);
	for (let y = 0; y < height; y++) {
		const upper = rows.from[y] * plane.width;
		const lower = rows.to[y] * plane.width;
		for (let x = 0; x < width; x++) {
			const left = columns.from[x];
			const right = columns.to[x];
			const share = columns.share[x];
			const above = plane.data[upper + left] * (1 - share) + plane.data[upper + right] * share;
			const below = plane.data[lower + left] * (1 - share) + plane.data[lower + right] * share;
			data[y * width + x] = above + (below - above) * rows.share[y] + 0.5;
		}
	}
	return { width, height, data };
}

/** For every target pixel the two source pixels between which its centre lies, and how far towards the second. */
function positions(size: number, factor: number) {
	const from = new Int32Array(size * factor);
	const to = new Int32Array(size * factor);
	const share = new Float32Array(size * factor);
	for (let i = 0; i < size * factor; i++) {
		const centre = Math.min(size - 1, Math.max(0, (i + 0.5) / factor - 0.5));
		from[i] = Math.floor(centre);
		to[i] = Math.min(size - 1, from[i] + 1);
		share[i] = centre - from[i];
	}
	return { from, to, share };
}
