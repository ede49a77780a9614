/** Red, green, blue, 0..255. */
type Colour = readonly [number, number, number];

// Light on black, as glyphs are shown, in the light theme too: maps are pictures, not part of the page.
const NOTHING: Colour = [9, 13, 17];
const FOR: readonly Colour[] = [NOTHING, [11, 107, 118], [95, 203, 214], [255, 255, 255]];
const AGAINST: readonly Colour[] = [NOTHING, [138, 80, 0], [242, 182, 95], [255, 244, 222]];

const STEPS = 255;
/** Colours of -255..255. */
const PALETTE = Array.from({ length: 2 * STEPS + 1 }, (_, i) => colourOf((i - STEPS) / STEPS));

/** The colour of a value -1..1: from black over teal to white above 0, over amber below. */
function colourOf(value: number): Colour {
	const stops = value < 0 ? AGAINST : FOR;
	const place = Math.abs(value) * (stops.length - 1);
	const stop = Math.min(stops.length - 2, Math.floor(place));
	const mix = (channel: number) =>
		stops[stop][channel] + (stops[stop + 1][channel] - stops[stop][channel]) * (place - stop);
	return [mix(0), mix(1), mix(2)];
}

/** Writes the colour of a value, of which `most` is the largest, at pixel `i`. The root keeps weak ones visible. */
export function paint(pixels: Uint8ClampedArray, i: number, value: number, most: number): void {
	const strength = most > 0 ? Math.sqrt(Math.min(1, Math.abs(value) / most)) : 0;
	const [red, green, blue] = PALETTE[STEPS + Math.round(Math.sign(value) * strength * STEPS)];
	pixels[4 * i] = red;
	pixels[4 * i + 1] = green;
	pixels[4 * i + 2] = blue;
	pixels[4 * i + 3] = 255;
}

/** The largest distance of any value from 0. */
export function largest(values: Float32Array): number {
	let most = 0;
	for (const value of values) most = Math.max(most, Math.abs(value));
	return most;
}
