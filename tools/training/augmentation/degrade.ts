import type { InkMap } from "../../../lib/image/pixels.ts";
import { resample } from "../../../lib/image/resample.ts";
import { between, normal, pick, type Random } from "../../random.ts";

/** What scanning, photographing, thresholding and cutting do to ink. Each returns a changed copy. */

/** Blur with the kernel 1-2-1 in both directions; a share of it for less. */
export function blur({ width, height, data }: InkMap, share: number): InkMap {
	const pass = (from: Float32Array, step: number) => {
		const to = new Float32Array(from.length);
		for (let i = 0; i < from.length; i++)
			to[i] = ((from[i - step] ?? 0) + 2 * from[i] + (from[i + step] ?? 0)) / 4;
		return to;
	};
	const soft = pass(pass(data, 1), width);
	return { width, height, data: data.map((ink, i) => ink + share * (soft[i] - ink)) };
}

/** The same picture on a coarser grid of `side` x `side` pixels, as of a tiny or distant digit. */
export function coarsen(ink: InkMap, side: number): InkMap {
	return resample(ink, side / Math.max(ink.width, ink.height), { x: 0, y: 0 }, side, side);
}

/** Ink or paper and nothing between, as from a threshold; noise on it makes ragged edges. */
export function binarise(ink: InkMap, threshold: number, ragged: number, random: Random): InkMap {
	const decide = (value: number) =>
		value > 0 && value + (ragged > 0 ? ragged * normal(random) : 0) > threshold ? 1 : 0;
	return { ...ink, data: ink.data.map(decide) };
}

/** A curve on the ink's darkness: a hard pen (gamma < 1) or a faint one (> 1). */
export function changeContrast(ink: InkMap, gamma: number): InkMap {
	return { ...ink, data: ink.data.map((value) => Math.min(1, value) ** gamma) };
}

/** Uneven ink, as of paper grain or a dry pen: each pixel of ink loses up to `share` of its darkness. */
export function addGrain(ink: InkMap, share: number, random: Random): InkMap {
	return { ...ink, data: ink.data.map((value) => (value > 0 ? value * (1 - share * random()) : 0)) };
}

/** The index of a random pixel with ink, or -1 where a few tries find none. */
function inkPixel({ data }: InkMap, random: Random): number {
	for (let attempt = 0; attempt < 40; attempt++) {
		const i = Math.floor(random() * data.length);
		if (data[i] > 0.5) return i;
	}
	return -1;
}

/** Calls `visit` for every pixel within `radius` of the line from (x0, y0) to (x1, y1). */
function alongLine(
	{ width, height }: InkMap,
	[x0, y0, x1, y1]: readonly [number, number, number, number],
	radius: number,
	visit: (index: number) => void,
): void {
	const length = Math.hypot(x1 - x0, y1 - y0) || 1;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length;
			const across = ((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / length;
			if (along >= -radius && along <= length + radius && Math.abs(across) <= radius) visit(y * width + x);
		}
	}
}

/** A gap of `gap` px across a stroke, as where the pen skipped. */
export function breakStroke(ink: InkMap, gap: number, random: Random): InkMap {
	const data = ink.data.slice();
	const at = inkPixel(ink, random);
	if (at < 0) return ink;
	const [x, y] = [at % ink.width, Math.floor(at / ink.width)];
	const angle = random() * Math.PI;
	const [dx, dy] = [3.5 * Math.cos(angle), 3.5 * Math.sin(angle)];
	alongLine(ink, [x - dx, y - dy, x + dx, y + dy], gap / 2, (i) => {
		data[i] = 0;
	});
	return { ...ink, data };
}

/** Specks of dirt: single pixels, here and there a pair. */
export function addSpecks(ink: InkMap, count: number, random: Random): InkMap {
	const data = ink.data.slice();
	for (let n = 0; n < count; n++) {
		const i = Math.floor(random() * data.length);
		const darkness = between(random, 0.3, 1);
		data[i] = Math.max(data[i], darkness);
		if (random() < 0.3 && i + 1 < data.length) data[i + 1] = Math.max(data[i + 1], darkness);
	}
	return { ...ink, data };
}

/** What was left of a neighbour or a ruled line when the glyph was cut out: a short bar near one edge of the ink. */
export function addLeftover(ink: InkMap, random: Random): InkMap {
	const data = ink.data.slice();
	const middle = ink.width / 2;
	const distance = between(random, 0.34, 0.44) * ink.width;
	const side = pick(random, [0, Math.PI / 2, Math.PI, (3 * Math.PI) / 2]) + between(random, -0.6, 0.6);
	const [x, y] = [middle + distance * Math.cos(side), middle + distance * Math.sin(side)];
	const angle = side + Math.PI / 2 + between(random, -0.5, 0.5);
	const half = between(random, 0.5, 3.5);
	const [dx, dy] = [half * Math.cos(angle), half * Math.sin(angle)];
	const darkness = between(random, 0.5, 1);
	alongLine(ink, [x - dx, y - dy, x + dx, y + dy], between(random, 0.5, 1.2), (i) => {
		data[i] = Math.max(data[i], darkness);
	});
	return { ...ink, data };
}
