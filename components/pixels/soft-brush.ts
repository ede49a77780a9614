import { GLYPH_SIDE, type Glyph } from "../../lib/glyph.ts";

/** Half the width of the brush in glyph pixels: about the pen that MNIST was written with. */
const RADIUS = 1.1;
/** Width of its soft edge. */
const EDGE = 1;
/** Distance between two touches along a line, so that it has no gaps. */
const STEP = 0.5;

/** A place in glyph pixels, 0..28; the middle of the first pixel is 0.5. */
export type Place = readonly [x: number, y: number];

/**
 * The glyph after a brush was drawn along a line. Ink covers, an eraser takes away; the given glyph stays as
 * it is.
 */
export function brushLine(glyph: Glyph, [fromX, fromY]: Place, [toX, toY]: Place, erase: boolean): Glyph {
	const next = glyph.slice();
	const touches = Math.max(1, Math.ceil(Math.hypot(toX - fromX, toY - fromY) / STEP));
	for (let i = 0; i <= touches; i++) {
		const along = i / touches;
		touch(next, fromX + (toX - fromX) * along, fromY + (toY - fromY) * along, erase);
	}
	return next;
}

function touch(glyph: Glyph, centreX: number, centreY: number, erase: boolean): void {
	const reach = RADIUS + EDGE / 2;
	const first = (centre: number) => Math.max(0, Math.floor(centre - reach));
	const last = (centre: number) => Math.min(GLYPH_SIDE - 1, Math.floor(centre + reach));
	for (let y = first(centreY); y <= last(centreY); y++) {
		for (let x = first(centreX); x <= last(centreX); x++) {
			const distance = Math.hypot(x + 0.5 - centreX, y + 0.5 - centreY);
			const cover = Math.min(1, Math.max(0, (reach - distance) / EDGE));
			const i = y * GLYPH_SIDE + x;
			glyph[i] = erase ? Math.min(glyph[i], 1 - cover) : Math.max(glyph[i], cover);
		}
	}
}
