import { type Blob, blobOf, type Run } from "./components.ts";

/** Slants that are tried: pixels to the right for every pixel up. */
const SLANTS = [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];

/**
 * How far the writing leans to the right: the shear after which its upright strokes stand in the fewest
 * columns, so that the sum of squares of the column profile is largest.
 */
export function slantOf(blobs: readonly Blob[]): number {
	let best = 0;
	let bestScore = 0;
	for (const slant of SLANTS) {
		const score = uprightness(blobs, slant);
		if (score > bestScore) {
			best = slant;
			bestScore = score;
		}
	}
	return best;
}

function uprightness(blobs: readonly Blob[], slant: number): number {
	let score = 0;
	for (const blob of blobs) {
		const shift = Math.ceil(Math.abs(slant) * blob.box.height) + 1;
		const steps = new Float64Array(blob.box.width + 2 * shift + 2);
		for (const [y, from, to] of blob.runs) {
			const at = shift - blob.box.x + Math.round(slant * (y - blob.box.y - blob.box.height / 2));
			steps[from + at]++;
			steps[to + at]--;
		}
		let height = 0;
		for (const step of steps) {
			height += step;
			score += height * height;
		}
	}
	return score;
}

/** The blob with every row moved so that writing of this slant stands upright; rows at `axis` stay. */
export function shear(blob: Blob, slant: number, axis: number): Blob {
	if (slant === 0) return blob;
	return blobOf(
		blob.runs.map(([y, from, to]): Run => {
			const shift = Math.round(slant * (y - axis));
			return [y, from + shift, to + shift];
		}),
	);
}
