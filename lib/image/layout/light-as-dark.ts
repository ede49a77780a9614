import type { Plane } from "../pixels.ts";
import { grown, shrunk } from "./cell-area.ts";
import { levelAt } from "./ground.ts";
import type { LightWriting } from "./light-writing.ts";

/** To both sides of an area's edge so much of the picture's longer side is made paper, and at least so many pixels. */
const EDGE = 1 / 400;
const NARROWEST_EDGE = 2;

/** Where a pixel lies; near the edge of the area what is light and what is dark, until it is known. */
const [OUTSIDE, INSIDE, LIGHT, DARK] = [0, 1, 2, 3];

/**
 * Makes of light writing on a dark area dark writing on the paper around it, pixel by pixel. Near its edge a pixel
 * belongs to the area that is dark, or that dark ones part from what is beyond.
 *
 * @param plane is changed
 */
export function lightAsDark(plane: Plane, writing: LightWriting): void {
	const { width, height, data } = plane;
	const places = placesOf(plane, writing);
	const reach = Math.max(NARROWEST_EDGE, Math.ceil(EDGE * Math.max(width, height)));
	const edge = edgeOf(places, width, height, reach);
	for (let y = 0, i = 0; y < height; y++) {
		for (let x = 0; x < width; x++, i++) {
			if (edge[i] === 1) data[i] = Math.max(0, Math.min(255, levelAt(writing.paper, x, y)));
			else if (places[i] === INSIDE) {
				const lighter = Math.max(0, data[i] - levelAt(writing.ground, x, y));
				data[i] = Math.max(0, Math.min(255, levelAt(writing.paper, x, y) - lighter));
			}
		}
	}
}

/** Where every pixel lies. */
function placesOf({ width, height, data }: Plane, { area, side, threshold }: LightWriting): Uint8Array {
	const { columns, rows } = area;
	const [inner, outer] = [shrunk(area), grown(area)];
	const places = new Uint8Array(width * height);
	for (let y = 0, i = 0; y < height; y++) {
		const row = columns * Math.min(rows - 1, Math.floor(y / side));
		for (let x = 0; x < width; x++, i++) {
			const cell = row + Math.min(columns - 1, Math.floor(x / side));
			if (inner.data[cell] === 1) places[i] = INSIDE;
			else if (outer.data[cell] === 1) places[i] = data[i] < threshold ? DARK : LIGHT;
		}
	}
	spread(places, width, LIGHT, OUTSIDE);
	spread(places, width, DARK, INSIDE);
	// What is left are light strokes on the area and dark ones beside it.
	for (let i = 0; i < places.length; i++)
		if (places[i] > INSIDE) places[i] = places[i] === LIGHT ? INSIDE : OUTSIDE;
	return places;
}

/** Makes of all places of a kind that hang together with another one that kind. */
function spread(places: Uint8Array, width: number, kind: number, into: number): void {
	const found: number[] = [];
	const take = (i: number, isBeside: boolean) => {
		if (!isBeside || places[i] !== kind) return;
		places[i] = into;
		found.push(i);
	};
	const takeAround = (i: number) => {
		take(i - 1, i % width > 0);
		take(i + 1, (i + 1) % width > 0);
		take(i - width, i >= width);
		take(i + width, i + width < places.length);
	};
	for (let i = 0; i < places.length; i++) if (places[i] === into) takeAround(i);
	for (let i = found.pop(); i !== undefined; i = found.pop()) takeAround(i);
}

/** 1 for all pixels at most `reach` rows and columns from where inside and outside meet. */
function edgeOf(places: Uint8Array, width: number, height: number, reach: number): Uint8Array {
	const across = new Uint8Array(places.length);
	const edge = new Uint8Array(places.length);
	for (let i = 0; i < places.length; i++) {
		const x = i % width;
		const meets =
			(x + 1 < width && places[i] !== places[i + 1]) ||
			(i + width < places.length && places[i] !== places[i + width]);
		if (meets) across.fill(1, i - Math.min(x, reach - 1), i + Math.min(width - x, reach + 1));
	}
	for (let i = 0; i < across.length; i++) {
		if (across[i] === 0) continue;
		const y = Math.floor(i / width);
		for (let k = -Math.min(y, reach - 1); k <= Math.min(height - 1 - y, reach); k++) edge[i + k * width] = 1;
	}
	return edge;
}
