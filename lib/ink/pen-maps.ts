import { GLYPH_SIDE, GLYPH_SIZE } from "../glyph.ts";
import { drawInPlace, drawSegment, type Placement, placeInGlyph } from "./render.ts";
import { stepAlong } from "./step-along.ts";
import type { Stroke } from "./stroke.ts";

/** The pen's directions are told apart by so many maps, 45 degrees from each other. */
export const DIRECTIONS = 8;

/** The picture of the ink, then a map for each direction: right, down right, down and so on, clockwise. */
export const PEN_CHANNELS = 1 + DIRECTIONS;

/** Numbers in the maps of one character. */
export const PEN_MAPS_SIZE = GLYPH_SIZE * PEN_CHANNELS;

/** Ink as a network for drawn digits sees it: 28x28 pixels row by row, `PEN_CHANNELS` numbers 0..1 each. */
export type PenMaps = Float32Array;

/** Length of the pieces whose directions are taken, in glyph pixels: a trembling mouse turns longer ones little. */
const PIECE = 1.5;

/** Width of the pen that draws the maps of directions, in glyph pixels: finer than the picture's, so that near strokes stay apart. */
const FINE_PEN = 1.6;

/**
 * The glyph of strokes with what the pen did to write it (Bai & Huo 2005, "A study on the use of 8-directional
 * features for online handwritten Chinese character recognition"): each short piece of a stroke is drawn on the two
 * of eight maps whose directions are nearest its own, the darker the nearer. Neither the order of strokes nor how
 * often a way was drawn matters. A lone point has no direction.
 */
export function penMaps(strokes: readonly Stroke[]): PenMaps {
	const maps = new Float32Array(PEN_MAPS_SIZE);
	if (strokes.length === 0) return maps;
	const placement = placeInGlyph(strokes);
	const planes = [drawInPlace(strokes, placement), ...directionPlanes(strokes, placement)];
	planes.forEach((plane, channel) => {
		for (let i = 0; i < GLYPH_SIZE; i++) maps[i * PEN_CHANNELS + channel] = plane[i];
	});
	return maps;
}

/** One of the maps by its channel, as a picture of 28x28. */
export function channelOf(maps: PenMaps, channel: number): Float32Array {
	return Float32Array.from({ length: GLYPH_SIZE }, (_, i) => maps[i * PEN_CHANNELS + channel]);
}

function directionPlanes(strokes: readonly Stroke[], { scale, shiftX, shiftY }: Placement): Float32Array[] {
	const planes = Array.from({ length: DIRECTIONS }, () => new Float32Array(GLYPH_SIZE));
	const draw = (direction: number, ink: number, ...ends: [number, number, number, number]) => {
		const map = { width: GLYPH_SIDE, height: GLYPH_SIDE, data: planes[direction % DIRECTIONS] };
		if (ink > 0) drawSegment(map, ...ends, FINE_PEN / 2, ink);
	};
	for (const stroke of strokes) {
		const points = stepAlong(
			stroke.map(([x, y]) => [x * scale + shiftX, y * scale + shiftY]),
			PIECE,
		);
		for (let i = 1; i < points.length; i++) {
			const [[x0, y0], [x1, y1]] = [points[i - 1], points[i]];
			const turn = Math.atan2(y1 - y0, x1 - x0) / (2 * Math.PI);
			const direction = (turn < 0 ? turn + 1 : turn) * DIRECTIONS;
			const before = Math.floor(direction);
			draw(before, 1 - (direction - before), x0, y0, x1, y1);
			draw(before + 1, direction - before, x0, y0, x1, y1);
		}
	}
	return planes;
}
