import type { InkMap } from "../../../lib/image/pixels.ts";
import { resample } from "../../../lib/image/resample.ts";
import { between, normal, type Random } from "../../random.ts";
import { blur, breakStroke } from "../augmentation/degrade.ts";
import type { PageLayout } from "./compose-line.ts";
import { throughJpeg } from "./jpeg.ts";
import { drawPen } from "./shape.ts";

/**
 * What paper, pen and camera do to a written line, and what finding its ink leaves of that. Pages are changed in place
 * where nothing is returned.
 */

/** Numbers between 0 and 1 that change slowly along a line: about every `step` pixels. */
function slowly(length: number, step: number, random: Random): Float32Array {
	const knots = Array.from({ length: Math.ceil(length / step) + 2 }, random);
	return Float32Array.from({ length }, (_, i) => {
		const [k, share] = [Math.floor(i / step), (i / step) % 1];
		return knots[k] + share * (knots[k + 1] - knots[k]);
	});
}

/** A ruled line that was printed under, through or above the digits, and what is left of it: all, pieces, or a cut. */
function addRule(page: InkMap, { digit, base }: PageLayout, random: Random): void {
	const { width, height, data } = page;
	const y = random() < 0.7 ? base + between(random, -0.1, 0.3) * digit : between(random, 0, height);
	const tilt = 0.01 * normal(random) * width;
	const half = Math.max(0.4, between(random, 0.012, 0.035) * digit);
	const kind = random();
	if (kind < 0.35) {
		// Erased together with what crossed it.
		const shown = slowly(width, between(random, 0.3, 2) * digit, random);
		for (let x = 0; x < width; x++) {
			if (shown[x] > 0.62) continue;
			const at = y + tilt * (x / width - 0.5);
			for (let row = Math.max(0, Math.round(at - half)); row < Math.min(height, at + half + 0.5); row++)
				data[row * width + x] *= 0.25;
		}
		return;
	}
	const dotted = kind > 0.8;
	const shown = slowly(width, (dotted ? 0.12 : between(random, 0.2, 3)) * digit, random);
	const least = kind < 0.55 ? 0 : between(random, 0.4, 0.85);
	const radius = dotted ? 1.6 * half : half;
	for (let x = 0; x + 2 < width; x += 2) {
		if (shown[x] < least) continue;
		const at = (u: number) => y + tilt * (u / width - 0.5);
		drawPen(page, [x, at(x)], [x + 2, at(x + 2)], radius);
	}
}

/** What reaches into the strip from the lines above and below. */
function addNeighbours(page: InkMap, { digit }: PageLayout, random: Random): void {
	for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
		const x = random() * page.width;
		const depth = between(random, 0.05, 0.3) * digit;
		const edge = random() < 0.5 ? 0 : page.height;
		const inside = edge === 0 ? depth : edge - depth;
		const lean = 0.4 * normal(random) * digit;
		const radius = Math.max(0.5, between(random, 0.03, 0.08) * digit);
		drawPen(page, [x + lean, edge], [x, inside], radius);
		if (random() < 0.6) drawPen(page, [x, inside], [x + 0.3 * normal(random) * digit, edge], radius);
	}
}

/** The side of a printed box, higher than any digit. */
function addWall(page: InkMap, { digit }: PageLayout, random: Random): void {
	const x = random() < 0.5 ? between(random, 0, 0.12) * digit : page.width - between(random, 0, 0.12) * digit;
	drawPen(page, [x, -1], [x + 0.03 * normal(random) * digit, page.height + 1], Math.max(0.5, 0.03 * digit));
}

/** Specks and short strokes of dirt. */
function addDirt(page: InkMap, { digit }: PageLayout, random: Random): void {
	for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
		const [x, y] = [random() * page.width, random() * page.height];
		const length = random() < 0.3 ? 0.2 * digit : 0;
		drawPen(
			page,
			[x, y],
			[x + length * normal(random), y + length * normal(random)],
			between(random, 0.4, 1.2),
		);
	}
}

/** A ball pen that presses unevenly, runs dry and leaves grain. */
function press({ width, height, data }: InkMap, random: Random): void {
	const strength = slowly(width, between(random, 10, 50), random);
	const least = between(random, 0.6, 1);
	const grain = random() < 0.5 ? between(random, 0, 0.4) : 0;
	for (let x = 0; x < width; x++) {
		const share = least + (1 - least) * strength[x];
		for (let y = 0; y < height; y++) {
			const i = y * width + x;
			if (data[i] > 0) data[i] *= share * (grain > 0 ? 1 - grain * random() : 1);
		}
	}
}

/** What is printed fainter than this is taken for paper, even where noise is on it. */
const FAINT = 0.4;

/**
 * What is printed on cheques against forgers, or woven into paper: waves that cross, or a fine weave; how dark, pixel by
 * pixel.
 */
function securityPrint(
	{ width, height }: InkMap,
	{ digit }: PageLayout,
	darkest: number,
	random: Random,
): Float32Array {
	const dark = between(random, 0.1, 1) * darkest;
	if (random() < 0.4) {
		const down = slowly(height, between(random, 1, 5), random);
		const along = slowly(width, between(random, 1, 5), random);
		return Float32Array.from(
			{ length: width * height },
			(_, i) => dark * down[Math.floor(i / width)] * along[i % width],
		);
	}
	const period = between(random, 0.12, 0.5) * digit;
	const swing = between(random, 0, 2) * period;
	const length = between(random, 0.5, 3) * digit;
	const [turn, phase] = [Math.PI * random(), 2 * Math.PI * random()];
	const [across, down] = [Math.cos(turn), Math.sin(turn)];
	const fine = between(random, 1, 4);
	return Float32Array.from({ length: width * height }, (_, i) => {
		const [x, y] = [i % width, Math.floor(i / width)];
		const [u, v] = [x * across + y * down, y * across - x * down];
		const at = u + swing * Math.sin(phase + (2 * Math.PI * v) / length);
		return dark * (0.5 + 0.5 * Math.cos((2 * Math.PI * at) / period)) ** fine;
	});
}

/** The darkness that all but `share` of the ink has at most. */
function darkness({ data }: InkMap, share: number): number {
	const inked = data.filter((ink) => ink > 0.3).sort();
	return inked.length > 0 ? inked[Math.floor((1 - share) * (inked.length - 1))] : 1;
}

/** Above this an edge of ink is ink: as where the reader's threshold is. */
const THRESHOLD = 0.5;

/** Leaves what the reader would find: pixels of ink and those beside them, a page of paper else. */
function keepInk({ width, height, data }: InkMap): InkMap {
	const kept = new Float32Array(data.length);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			if (data[y * width + x] < THRESHOLD) continue;
			for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
				for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++)
					kept[v * width + u] = data[v * width + u];
		}
	}
	return { width, height, data: kept };
}

/** A page as it is after paper, camera and the search for ink. */
export const wear = (page: InkMap, layout: PageLayout, random: Random): InkMap =>
	keepInk(age(page, layout, random));

/** A page as it is after paper and camera. */
export function age(page: InkMap, layout: PageLayout, random: Random): InkMap {
	const chance = (share: number) => random() < share;
	if (chance(0.28)) addRule(page, layout, random);
	if (chance(0.1)) addRule(page, layout, random);
	if (chance(0.12)) addNeighbours(page, layout, random);
	if (chance(0.06)) addWall(page, layout, random);
	if (chance(0.12)) addDirt(page, layout, random);
	let worn = page;
	while (chance(0.15)) worn = breakStroke(worn, between(random, 0.03, 0.1) * layout.digit, random);
	if (chance(0.6)) press(worn, random);
	if (chance(0.35)) {
		// A camera too far away, or a picture that was made small.
		const coarse = between(random, 0.45, 0.9);
		const small = resample(
			worn,
			coarse,
			{ x: 0, y: 0 },
			Math.ceil(worn.width * coarse),
			Math.ceil(worn.height * coarse),
		);
		worn = resample(small, 1 / coarse, { x: 0, y: 0 }, worn.width, worn.height);
	}
	// A scanner is less sharp than a pen is thin, so that no stroke has an even middle; the darkest of them is full ink.
	const isScan = chance(0.7);
	if (isScan) worn = blur(blur(worn, 1), random());
	while (chance(isScan ? 0.4 : 0.55)) worn = blur(worn, random());
	// How dark the threshold takes ink to be, the pattern of the paper and the camera's noise.
	const gain = isScan
		? between(random, 0.75, 0.95) / darkness(worn, 0.5)
		: between(random, 0.9, chance(0.5) ? 1.8 : 1.1) / darkness(worn, 0.3);
	const noise = chance(0.35) ? between(random, 0.03, 0.2) : 0;
	const ground = chance(0.3) ? securityPrint(worn, layout, FAINT / gain, random) : null;
	const { width, height, data } = worn;
	const printed = data.map((ink, i) => ink + (ground ? ground[i] * (1 - ink) : 0));
	const seen = chance(0.3)
		? throughJpeg({ width, height, data: printed }, between(random, 0.3, 0.9), between(random, 20, 80), [
				Math.floor(8 * random()),
				Math.floor(8 * random()),
			])
		: { width, height, data: printed };
	// A hard pen is dark to its edges, a soft or faint one only in its middle.
	const softness = chance(0.5) ? Math.exp(0.15 + 0.25 * normal(random)) : 1;
	const changed = seen.data.map((ink) => {
		const dark = Math.min(1, Math.max(0, ink * gain)) ** softness;
		return Math.min(1, Math.max(0, dark + (noise > 0 ? noise * (random() + random() - 1) : 0)));
	});
	return { width, height, data: changed };
}
