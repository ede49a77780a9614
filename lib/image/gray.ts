import type { ColourAxis } from "./colour-axis.ts";
import type { Pixels } from "./pixels.ts";
import { bytesAt, kernels } from "./simd/kernels.ts";
import { Sheet } from "./simd/sheet.ts";

/** So many pixels are made gray at once: few enough to stay in the processor's cache. A multiple of 16. */
const STRIP = 8192;

/** Bits behind the point of the weights of colours. */
const POINT = 16;

/**
 * Brightness along a colour axis, spread over 0..255; transparent pixels as they are seen on `matteOf` the picture.
 */
export function toGray({ width, height, data }: Pixels, axis: ColourAxis): Sheet {
	const [red, green, blue] = axis.map((weight) => Math.ceil(weight * 2 ** POINT));
	// Weights below zero shift the range down: bring it back to 0..255.
	const offset = -255 * (Math.min(0, red) + Math.min(0, green) + Math.min(0, blue));
	const { more, gray } = kernels();
	const sheet = new Sheet(width, height);
	const strip = more(4 * STRIP);
	const colours = bytesAt(strip, 4 * STRIP);
	let opacity = 255;
	for (let from = 0; from < width * height; from += STRIP) {
		const part = data.subarray(4 * from, 4 * (from + STRIP));
		colours.set(part);
		// What stands there from before is as opaque as can be.
		colours.fill(255, part.length);
		opacity &= gray(strip, sheet.at + from, part.length >> 2, red, green, blue, offset);
	}
	if (opacity < 255) layOn((matteOf(data) * (red + green + blue) + offset) >> POINT, sheet.data, data);
	return sheet;
}

/** Mixes the brightness of transparent pixels with that of the matte. */
function layOn(matte: number, gray: Uint8Array, data: Uint8ClampedArray): void {
	for (let i = 0; i < gray.length; i++) {
		const alpha = data[4 * i + 3];
		if (alpha < 255) gray[i] = matte + ((gray[i] - matte) * alpha) / 255;
	}
}

/**
 * What to see behind transparent pixels: 0 or 255. Where most of the picture is transparent, what is drawn is
 * ink, and the paper behind it is its opposite; where little is, the hole is paper like the rest.
 */
export function matteOf(data: Uint8ClampedArray): number {
	let opacity = 0;
	let brightness = 0;
	let count = 0;
	const step = 4 * Math.max(1, Math.floor(data.length / 400_000));
	for (let p = 0; p < data.length; p += step) {
		opacity += data[p + 3];
		brightness += data[p + 3] * (data[p] + data[p + 1] + data[p + 2]);
		count++;
	}
	const isBright = brightness > opacity * 3 * 127.5;
	const isMostlyInk = opacity < 127.5 * count;
	return isBright === isMostlyInk ? 0 : 255;
}

/** Whether every pixel is fully transparent, so that there is nothing to see. */
export function isInvisible({ data }: Pixels): boolean {
	for (let p = 3; p < data.length; p += 4) if (data[p] > 0) return false;
	return true;
}
