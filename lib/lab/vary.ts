import { GLYPH_SIDE, GLYPH_SIZE, type Glyph } from "../glyph.ts";
import { movedGlyph } from "../moved-glyph.ts";

/** How a glyph is changed to see what a model makes of it. All zero, with size 1, changes nothing. */
export interface Variation {
	/** Degrees, clockwise. */
	readonly turn: number;
	/** Pixels to the right and down. */
	readonly right: number;
	readonly down: number;
	/** Factor of its size. */
	readonly size: number;
	/** Pixels that every stroke grows on each side; below 0 it shrinks. */
	readonly thickness: number;
	/** Standard deviation in pixels. */
	readonly blur: number;
	/** Standard deviation of what is added to every pixel, as a share of full ink. */
	readonly noise: number;
}

export const UNVARIED: Variation = { turn: 0, right: 0, down: 0, size: 1, thickness: 0, blur: 0, noise: 0 };

/**
 * The glyph changed, in this order: strokes thicker or thinner, turned, resized and moved about its centre, blurred,
 * noise added. What leaves the picture is lost. It is not centred or scaled again: that is what shall be seen.
 *
 * @param grain 784 numbers from a standard normal distribution, so that the noise stays while other things change
 */
export function vary(glyph: Glyph, variation: Variation, grain: Float32Array): Glyph {
	const moved = move(thicken(glyph, variation.thickness), variation);
	const blurred = blur(moved, variation.blur);
	if (variation.noise === 0) return blurred;
	return blurred.map((ink, i) => Math.min(1, Math.max(0, ink + variation.noise * grain[i])));
}

/** Gray-scale dilation, or erosion below 0, with a round element of this radius (Serra 1982); between pixels in step. */
function thicken(glyph: Glyph, radius: number): Glyph {
	if (radius === 0) return glyph;
	const reach = Math.ceil(Math.abs(radius));
	const better = radius > 0 ? Math.max : Math.min;
	const out = new Float32Array(GLYPH_SIZE);
	for (let y = 0; y < GLYPH_SIDE; y++) {
		for (let x = 0; x < GLYPH_SIDE; x++) {
			const own = glyph[y * GLYPH_SIDE + x];
			let value = own;
			for (let dy = -reach; dy <= reach; dy++) {
				for (let dx = -reach; dx <= reach; dx++) {
					const weight = Math.min(1, Math.max(0, Math.abs(radius) + 1 - Math.hypot(dx, dy)));
					if (weight > 0) value = better(value, own + weight * (inkAt(glyph, x + dx, y + dy) - own));
				}
			}
			out[y * GLYPH_SIDE + x] = value;
		}
	}
	return out;
}

function move(glyph: Glyph, { turn, right, down, size }: Variation): Glyph {
	if (turn === 0 && right === 0 && down === 0 && size === 1) return glyph;
	const angle = (turn * Math.PI) / 180;
	const [cos, sin] = [Math.cos(angle) / size, Math.sin(angle) / size];
	return movedGlyph(glyph, [cos, sin, -sin, cos], right, down);
}

/** Two passes of a Gaussian, cut off at three standard deviations. */
function blur(glyph: Glyph, deviation: number): Glyph {
	if (deviation === 0) return glyph;
	const reach = Math.ceil(3 * deviation);
	const weights = Array.from({ length: 2 * reach + 1 }, (_, i) =>
		Math.exp(-0.5 * ((i - reach) / deviation) ** 2),
	);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const pass = (from: Glyph, stepX: number, stepY: number) =>
		Float32Array.from({ length: GLYPH_SIZE }, (_, i) => {
			const [x, y] = [i % GLYPH_SIDE, Math.floor(i / GLYPH_SIDE)];
			return weights.reduce(
				(sum, weight, k) =>
					sum + (weight / total) * inkAt(from, x + stepX * (k - reach), y + stepY * (k - reach)),
				0,
			);
		});
	return pass(pass(glyph, 1, 0), 0, 1);
}

function inkAt(glyph: Glyph, x: number, y: number): number {
	return x < 0 || y < 0 || x >= GLYPH_SIDE || y >= GLYPH_SIDE ? 0 : glyph[y * GLYPH_SIDE + x];
}
