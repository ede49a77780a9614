import type { Box } from "../geometry.ts";
import { centringShift, GLYPH_SIDE, GLYPH_SIZE, type Glyph, INK_SIDE } from "../glyph.ts";
import type { InkMap } from "./pixels.ts";
import { resample } from "./resample.ts";

/** The smallest box around all that is more than paper (> 0), or null where there is only paper. */
export function inkBox({ width, height, data }: InkMap): Box | null {
	let left = width;
	let right = -1;
	let top = -1;
	let bottom = -1;
	for (let y = 0; y < height; y++) {
		const row = y * width;
		let x = 0;
		while (x < width && !(data[row + x] > 0)) x++;
		if (x === width) continue;
		if (top < 0) top = y;
		bottom = y;
		left = Math.min(left, x);
		for (let last = width - 1; last > right; last--) {
			if (data[row + last] > 0) right = last;
		}
	}
	return bottom < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** The part of an ink map inside `box`, which must lie within it. */
export function cropInk(ink: InkMap, box: Box): InkMap {
	const data = new Float32Array(box.width * box.height);
	for (let y = 0; y < box.height; y++) {
		const start = (box.y + y) * ink.width + box.x;
		data.set(ink.data.subarray(start, start + box.width), y * box.width);
	}
	return { width: box.width, height: box.height, data };
}

/**
 * The ink of one character as a glyph: its longer side becomes 20 px with the aspect kept, area-averaged, the
 * darkest pixel full ink, the centre of mass in the middle. An MNIST digit comes back as it was: sizes that
 * already fit are not resampled and the shift is a whole number of pixels.
 *
 * @param ink paper must be exactly 0; only paper gives an empty glyph
 */
export function normaliseGlyph(ink: InkMap): Glyph {
	const box = inkBox(ink);
	if (!box) return new Float32Array(GLYPH_SIZE);
	const scale = INK_SIDE / Math.max(box.width, box.height);
	const small = resample(
		cropInk(ink, box),
		scale,
		{ x: 0, y: 0 },
		Math.ceil(box.width * scale - 1e-6),
		Math.ceil(box.height * scale - 1e-6),
	);
	return centre(small);
}

/** Symmetric ink stands exactly between two pixels: the upper left one, whatever the last bit says. */
const wholePixels = (shift: number) => Math.round(shift - 1e-3);

function centre(small: InkMap): Glyph {
	let mass = 0;
	let massX = 0;
	let massY = 0;
	let darkest = 0;
	for (let y = 0; y < small.height; y++) {
		for (let x = 0; x < small.width; x++) {
			const ink = small.data[y * small.width + x];
			mass += ink;
			massX += ink * (x + 0.5);
			massY += ink * (y + 0.5);
			if (ink > darkest) darkest = ink;
		}
	}
	const left = wholePixels(centringShift(massX / mass, 0, small.width));
	const top = wholePixels(centringShift(massY / mass, 0, small.height));
	const glyph = new Float32Array(GLYPH_SIZE);
	for (let y = 0; y < small.height; y++) {
		for (let x = 0; x < small.width; x++)
			glyph[(y + top) * GLYPH_SIDE + x + left] = Math.min(1, small.data[y * small.width + x] / darkest);
	}
	return glyph;
}
