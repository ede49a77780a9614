import type { PieceLine } from "../../image/candidates.ts";
import type { InkMap, Plane } from "../../image/pixels.ts";
import { resample } from "../../image/resample.ts";
import {
	FRAME_STEP,
	frameCentre,
	frameCount,
	inFullInk,
	STRIP_DIGIT,
	STRIP_HEIGHT,
} from "../../models/line-strip.ts";

/** A line of writing as the line model sees it. */
export interface Strip {
	/** Upright, level, its digits about 20 px high; see line-strip.ts. */
	readonly ink: InkMap;
	/** Where each frame's digit stands: x on the upright line, in pixels of the page. */
	readonly frames: Float32Array;
}

/** The size and the level of a line's digits. */
export interface LineLayout {
	/** In pixels of the page. */
	readonly height: number;
	/** y of the line's middle at every x of the page. */
	readonly middleAt: (x: number) => number;
}

/** Paper beside the ink, px of the strip, so that frames stand beside its very ends. */
const MARGIN = 8;

/** Digits of so many pixels show all that a strip can. */
const LARGE_ENOUGH = 80;

/** Longer lines, in px of the strip, are drawings or texture. */
const LONGEST = 2400;

/**
 * A line's ink without that of its neighbours, set upright and level and scaled to a strip.
 *
 * @param ink the page, 255 = full ink
 * @returns null for a line that is too long to be one
 */
export function stripOf(
	ink: Plane,
	{ pieces, slant, axis }: PieceLine,
	{ height, middleAt }: LineLayout,
): Strip | null {
	const left = Math.min(...pieces.map(({ box }) => box.x)) - 1;
	const right = Math.max(...pieces.map(({ box }) => box.x + box.width)) + 1;
	const scale = STRIP_DIGIT / height;
	const inkWidth = (right - left) * scale + 2 * MARGIN;
	if (inkWidth > LONGEST) return null;
	const width = Math.ceil(inkWidth / FRAME_STEP) * FRAME_STEP;

	// Of large writing every second pixel will do, and so on.
	const step = Math.max(1, Math.floor(height / LARGE_ENOUGH));
	const high = Math.ceil(STRIP_HEIGHT / scale / step);
	const wide = Math.ceil((right - left) / step);
	const level: InkMap = { width: wide, height: high, data: new Float32Array(wide * high) };
	for (const { runs } of pieces) {
		for (const [y, from, to] of runs) {
			const shift = Math.round(slant * (y - axis));
			// The soft edge beside and above and below belongs to the ink.
			for (let row = Math.max(0, y - 1); row <= Math.min(ink.height - 1, y + 1); row++) {
				const last = Math.floor((to - left) / step);
				for (let column = Math.ceil((from - 1 - left) / step); column <= last; column++) {
					const at = left + column * step - shift;
					if (at < 0 || at >= ink.width) continue;
					const target = Math.round((row - middleAt(at)) / step + high / 2);
					if (target >= 0 && target < high)
						level.data[target * wide + column] = ink.data[row * ink.width + at] / 255;
				}
			}
		}
	}
	const strip = resample(
		level,
		scale * step,
		{ x: MARGIN, y: (STRIP_HEIGHT - high * scale * step) / 2 },
		width,
		STRIP_HEIGHT,
	);
	return {
		ink: { ...strip, data: inFullInk(strip.data) },
		frames: Float32Array.from(
			{ length: frameCount(width) },
			(_, frame) => left + (frameCentre(frame) - MARGIN) / scale,
		),
	};
}
