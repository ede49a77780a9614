import type { Box } from "../../../lib/geometry.ts";

/** A circle with its name. */
export interface Labelled {
	readonly x: number;
	readonly y: number;
	readonly radius: number;
	readonly name: string;
}

/** As wide as a character of a wide type, of which the names are digits and capitals mostly; as high as a line of it. */
const CHARACTER = 7.5;
const LINE = 13;
const GAP = 4;

/**
 * Where each name goes so that it covers no circle and no name before it: to the right of its circle, else to the
 * left, below or above; to the right all the same where nothing is free.
 *
 * @returns for each the left end of the name and the middle of its line
 */
export function placeLabels(marks: readonly Labelled[]): { readonly x: number; readonly y: number }[] {
	const taken: Box[] = marks.map(({ x, y, radius }) => ({
		x: x - radius,
		y: y - radius,
		width: 2 * radius,
		height: 2 * radius,
	}));
	return marks.map(({ x, y, radius, name }) => {
		const width = name.length * CHARACTER;
		const places = [
			[x + radius + GAP, y],
			[x - radius - GAP - width, y],
			[x - width / 2, y + radius + GAP + LINE / 2],
			[x - width / 2, y - radius - GAP - LINE / 2],
		].map(([left, middle]) => ({ x: left, y: middle - LINE / 2, width, height: LINE }));
		const box =
			places.find((place) => place.x >= 0 && taken.every((other) => !overlap(place, other))) ?? places[0];
		taken.push(box);
		return { x: box.x, y: box.y + LINE / 2 };
	});
}

function overlap(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
