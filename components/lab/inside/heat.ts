/** Red, green, blue, 0..255. */
type Colour = readonly [number, number, number];

// Light on black, as glyphs are shown, in the light theme too: maps are pictures, not part of the page.
const NOTHING: Colour = [9, 13, 17];
const FOR: readonly Colour[] = [NOTHING, [11, 107, 118], [95, 203, 214], [255, 255, 255]];
const AGAINST: readonly Colour[] = [NOTHING, [138, 80, 0], [242, 182, 95], [255, 244, 222]];

const STEPS = 1023;
/** Pixels of the values -1..1 in equal steps: up to 600,000 are painted at every move of the pen. */
const PALETTE = Uint32Array.from({ length: 2 * STEPS + 1 }, (_, i) => pixelOf((i - STEPS) / STEPS));

/** From black over teal to white above 0, over amber below; the root keeps weak values visible. RGBA as in memory. */
function pixelOf(value: number): number {
	const stops = value < 0 ? AGAINST : FOR;
	const place = Math.sqrt(Math.abs(value)) * (stops.length - 1);
	const stop = Math.min(stops.length - 2, Math.floor(place));
	const mix = (channel: number) =>
		stops[stop][channel] + (stops[stop + 1][channel] - stops[stop][channel]) * (place - stop);
	const bytes = Uint8ClampedArray.of(mix(0), mix(1), mix(2), 255);
	return new Uint32Array(bytes.buffer)[0];
}

/** The pixel, RGBA, of a value of which `most`, above 0, is the largest. */
export function heat(value: number, most: number): number {
	return PALETTE[STEPS + Math.round(Math.max(-1, Math.min(1, value / most)) * STEPS)];
}

/** The largest distance of any value from 0; a little more than 0 where all are 0. */
export function largest(values: Float32Array): number {
	let most = Number.MIN_VALUE;
	for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
	return most;
}
