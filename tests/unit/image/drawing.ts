import type { Pixels, Plane } from "../../../lib/image/pixels.ts";

export type Colour = readonly [red: number, green: number, blue: number, alpha?: number];

/** A picture whose colour at every pixel a function says. */
export function paint(width: number, height: number, colourAt: (x: number, y: number) => Colour): Pixels {
	const data = new Uint8ClampedArray(width * height * 4);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const [red, green, blue, alpha = 255] = colourAt(x, y);
			data.set([red, green, blue, alpha], 4 * (y * width + x));
		}
	}
	return { width, height, data };
}

/** A plane whose value at every pixel a function says. */
export function plane(width: number, height: number, valueAt: (x: number, y: number) => number): Plane {
	const data = new Uint8Array(width * height);
	for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data[y * width + x] = valueAt(x, y);
	return { width, height, data };
}

/** Whether a pixel lies on a ring, a zero of a kind. */
export const onRing =
	(centreX: number, centreY: number, radius: number, thickness = 4) =>
	(x: number, y: number): boolean =>
		Math.abs(Math.hypot(x - centreX, y - centreY) - radius) <= thickness / 2;
