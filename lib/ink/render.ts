import { centringShift, GLYPH_SIDE, GLYPH_SIZE, type Glyph, INK_SIDE } from "../glyph.ts";
import type { InkMap } from "../image/pixels.ts";
import { inkBounds, type Stroke } from "./stroke.ts";

/** Width of the pen that redraws ink, in glyph pixels: a pen that MNIST's writers could have held. */
export const PEN_WIDTH = 2.6;

/** How ink lies in a glyph, in glyph pixels: x becomes x * scale + shiftX, y becomes y * scale + shiftY. */
export interface Placement {
	readonly scale: number;
	readonly shiftX: number;
	readonly shiftY: number;
}

/**
 * Draws strokes anew as a glyph, with a round pen of one width whatever the size of the writing: the longer
 * side of the ink is 20 px, the centre of mass in the middle. No stroke gives an empty glyph; a lone point
 * gives a dot.
 *
 * @param penWidth in glyph pixels, > 0 and < 20
 */
export function renderGlyph(strokes: readonly Stroke[], penWidth = PEN_WIDTH): Glyph {
	if (strokes.length === 0) return new Float32Array(GLYPH_SIZE);
	return drawInPlace(strokes, placeInGlyph(strokes, penWidth), penWidth);
}

/** Where `renderGlyph` draws strokes, of which there must be one. */
export function placeInGlyph(strokes: readonly Stroke[], penWidth = PEN_WIDTH): Placement {
	const bounds = inkBounds(strokes);
	const longer = Math.max(bounds.width, bounds.height);
	const scale = longer > 0 ? (INK_SIDE - penWidth) / longer : 1;
	const width = bounds.width * scale + penWidth;
	const height = bounds.height * scale + penWidth;
	const place = (shiftX: number, shiftY: number): Placement => ({
		scale,
		shiftX: shiftX + penWidth / 2 - bounds.x * scale,
		shiftY: shiftY + penWidth / 2 - bounds.y * scale,
	});
	const [left, top] = [(GLYPH_SIDE - width) / 2, (GLYPH_SIDE - height) / 2];
	const mass = centreOfMass(drawInPlace(strokes, place(left, top), penWidth));
	return place(centringShift(mass.x - left, 0, width), centringShift(mass.y - top, 0, height));
}

function centreOfMass(glyph: Glyph): { x: number; y: number } {
	let mass = 0;
	let x = 0;
	let y = 0;
	for (let i = 0; i < GLYPH_SIZE; i++) {
		mass += glyph[i];
		x += glyph[i] * ((i % GLYPH_SIDE) + 0.5);
		y += glyph[i] * (Math.floor(i / GLYPH_SIDE) + 0.5);
	}
	return { x: x / mass, y: y / mass };
}

/** Coverage by a round pen: 1 inside, 0 outside, linear over the one pixel that the edge crosses. */
export function drawInPlace(
	strokes: readonly Stroke[],
	{ scale, shiftX, shiftY }: Placement,
	penWidth = PEN_WIDTH,
): Glyph {
	const glyph = new Float32Array(GLYPH_SIZE);
	const ink = { width: GLYPH_SIDE, height: GLYPH_SIDE, data: glyph };
	for (const stroke of strokes) {
		let [x0, y0] = stroke[0];
		for (const [x1, y1] of stroke.length > 1 ? stroke.slice(1) : stroke) {
			drawSegment(
				ink,
				x0 * scale + shiftX,
				y0 * scale + shiftY,
				x1 * scale + shiftX,
				y1 * scale + shiftY,
				penWidth / 2,
			);
			x0 = x1;
			y0 = y1;
		}
	}
	return glyph;
}

/** Draws a round pen's way from one point to another on an ink map, as dark as `ink` (0..1). Lengths in its pixels. */
export function drawSegment(
	{ width, height, data }: InkMap,
	x0: number,
	y0: number,
	x1: number,
	y1: number,
	radius: number,
	ink = 1,
): void {
	const reach = radius + 0.5;
	const left = Math.max(0, Math.floor(Math.min(x0, x1) - reach));
	const right = Math.min(width - 1, Math.ceil(Math.max(x0, x1) + reach));
	const top = Math.max(0, Math.floor(Math.min(y0, y1) - reach));
	const bottom = Math.min(height - 1, Math.ceil(Math.max(y0, y1) + reach));
	const dx = x1 - x0;
	const dy = y1 - y0;
	const lengthSquared = dx * dx + dy * dy;
	for (let y = top; y <= bottom; y++) {
		for (let x = left; x <= right; x++) {
			const px = x + 0.5 - x0;
			const py = y + 0.5 - y0;
			const along = lengthSquared > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / lengthSquared)) : 0;
			const coverage = ink * Math.min(1, reach - Math.hypot(px - along * dx, py - along * dy));
			const i = y * width + x;
			if (coverage > data[i]) data[i] = coverage;
		}
	}
}
