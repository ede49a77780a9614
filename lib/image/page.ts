import { colourAxis } from "./colour-axis.ts";
import { isInvisible, toGray } from "./gray.ts";
import { inkOf } from "./ink.ts";
import { darkness } from "./paper.ts";
import type { Pixels, Plane } from "./pixels.ts";
import { isLightOnDark } from "./polarity.ts";
import { eraseRules } from "./rules.ts";
import { enlarge, shrink } from "./scale.ts";
import { inkPicture, type Trace } from "./trace.ts";

/** More pixels than this show nothing that fewer would not. */
const MOST_PIXELS = 4e6;

/** Pictures with a shorter longer side are enlarged towards it, at most `MOST_ENLARGED` times. */
const LEAST_SIDE = 300;
const MOST_ENLARGED = 4;

/** The ink value from which a pixel belongs to a stroke. */
export const INK = 128;

/** A page of ink. */
export interface Page {
	/** 0 = paper, 128 = the threshold, 255 = full ink. */
	readonly ink: Plane;
	/** Pixels of `ink` per pixel of the picture. */
	readonly scale: number;
}

/** The ink of a picture; null where there is none. */
export function findInk(pixels: Pixels, trace?: Trace): Page | null {
	if (isInvisible(pixels)) return null;
	const gray = toGray(pixels, colourAxis(pixels));
	const shrunk = Math.ceil(Math.sqrt((pixels.width * pixels.height) / MOST_PIXELS));
	const enlarged = Math.min(
		MOST_ENLARGED,
		Math.max(1, Math.ceil(LEAST_SIDE / Math.max(pixels.width, pixels.height))),
	);
	const sized = shrunk > 1 ? shrink(gray, shrunk) : enlarge(gray, enlarged);
	trace?.("gray", sized);
	const dark = darkness(isLightOnDark(sized) ? invert(sized) : sized);
	trace?.("darkness", inkPicture(dark));
	const ink = inkOf(dark);
	if (!ink) return null;
	trace?.("ink", inkPicture(ink));
	const page = { ink: eraseRules(ink, INK, strokeWidth(ink)), scale: enlarged / shrunk };
	trace?.("without-rules", inkPicture(page.ink));
	return page;
}

function invert({ width, height, data }: Plane): Plane {
	return { width, height, data: data.map((value) => 255 - value) };
}

/** The median length of the horizontal runs of ink: about the width of an upright stroke. */
function strokeWidth({ width, data }: Plane): number {
	const lengths = new Uint32Array(width + 1);
	let runs = 0;
	for (let start = 0; start < data.length; start += width) {
		for (let x = 0; x < width; x++) {
			if (data[start + x] < INK) continue;
			const from = x;
			while (x < width && data[start + x] >= INK) x++;
			lengths[x - from]++;
			runs++;
		}
	}
	let below = 0;
	let median = 1;
	while (median < width && below + lengths[median] <= runs / 2) below += lengths[median++];
	return median;
}
