import type { Plane } from "./pixels.ts";

/** The mean of every `factor` x `factor` block (area average); a rest at the right and the bottom is dropped. */
export function shrink(plane: Plane, factor: number): Plane {
	if (factor === 1) return plane;
	const width = Math.max(1, Math.floor(plane.width / factor));
	const height = Math.max(1, Math.floor(plane.height / factor));
	const data = new Uint8Array(width * height);
	const sums = new Uint32Array(width);
	const rows = Math.min(factor, plane.height);
	const columns = Math.min(factor, plane.width);
	for (let y = 0; y < height; y++) {
		sums.fill(0);
		for (let row = 0; row < rows; row++) {
			let source = (y * factor + row) * plane.width;
			for (let x = 0; x < width; x++, source += factor - columns) {
				for (let column = 0; column < columns; column++) sums[x] += plane.data[source++];
			}
		}
		for (let x = 0; x < width; x++) data[y * width + x] = sums[x] / (rows * columns) + 0.5;
	}
	return { width, height, data };
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
