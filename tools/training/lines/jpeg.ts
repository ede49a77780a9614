import type { InkMap } from "../../../lib/image/pixels.ts";

/** Pixels of a block's side, and the quantisation of luminance that the standard gives as an example (ITU-T T.81, table K.1). */
const SIDE = 8;
const QUANTISATION = [
	16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
	29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
	121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];

/** The orthonormal cosine transform: row `u` holds the wave of frequency `u`. */
const COSINES = Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
	const [u, x] = [Math.floor(i / SIDE), i % SIDE];
	return Math.sqrt((u === 0 ? 1 : 2) / SIDE) * Math.cos(((2 * x + 1) * u * Math.PI) / (2 * SIDE));
});

/** to = left * from * right, each 8x8; a matrix is read transposed where it says so. */
function sandwich(from: Float32Array, to: Float32Array, transposed: boolean): void {
	const half = new Float32Array(SIDE * SIDE);
	const cosine = (u: number, x: number) => COSINES[transposed ? x * SIDE + u : u * SIDE + x];
	for (let u = 0; u < SIDE; u++)
		for (let y = 0; y < SIDE; y++) {
			let sum = 0;
			for (let x = 0; x < SIDE; x++) sum += cosine(u, x) * from[y * SIDE + x];
			half[y * SIDE + u] = sum;
		}
	for (let v = 0; v < SIDE; v++)
		for (let u = 0; u < SIDE; u++) {
			let sum = 0;
			for (let y = 0; y < SIDE; y++) sum += cosine(v, y) * half[y * SIDE + u];
			to[v * SIDE + u] = sum;
		}
}

/**
 * What a JPEG file of this quality keeps of ink on paper: every block of 8x8 pixels by its rounded waves, so that edges
 * ring and faint strokes go.
 *
 * @param contrast how dark the ink is on its paper, 0..1
 * @param quality 1..100, as libjpeg counts
 * @param offset where the blocks begin, 0..7 across and down
 */
export function throughJpeg(
	{ width, height, data }: InkMap,
	contrast: number,
	quality: number,
	[left, top]: readonly [number, number],
): InkMap {
	const percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
	const steps = QUANTISATION.map((step) => Math.max(1, Math.floor((step * percent + 50) / 100)));
	const scale = 255 * contrast;
	const kept = new Float32Array(data.length);
	const block = new Float32Array(SIDE * SIDE);
	const waves = new Float32Array(SIDE * SIDE);
	for (let y0 = -top; y0 < height; y0 += SIDE) {
		for (let x0 = -left; x0 < width; x0 += SIDE) {
			for (let i = 0; i < block.length; i++) {
				const x = Math.min(width - 1, Math.max(0, x0 + (i % SIDE)));
				const y = Math.min(height - 1, Math.max(0, y0 + Math.floor(i / SIDE)));
				block[i] = scale * data[y * width + x];
			}
			if (block.every((ink) => ink === 0)) continue;
			sandwich(block, waves, false);
			for (let i = 0; i < waves.length; i++) waves[i] = Math.round(waves[i] / steps[i]) * steps[i];
			sandwich(waves, block, true);
			for (let i = 0; i < block.length; i++) {
				const [x, y] = [x0 + (i % SIDE), y0 + Math.floor(i / SIDE)];
				if (x < 0 || y < 0 || x >= width || y >= height) continue;
				kept[y * width + x] = Math.min(1, Math.max(0, block[i] / scale));
			}
		}
	}
	return { width, height, data: kept };
}
