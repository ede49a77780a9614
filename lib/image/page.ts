import { colourAxis } from "./colour-axis.ts";
import { isInvisible, toGray } from "./gray.ts";
import { inkOf } from "./ink.ts";
import { darkness } from "./paper.ts";
import type { Pixels, Plane } from "./pixels.ts";
import { isLightOnDark } from "./polarity.ts";
import { eraseRules } from "./rules.ts";
import { type InkRuns, inkRuns, strokeWidth } from "./runs.ts";
import { enlarge, shrink } from "./scale.ts";
import { inkPicture, type Trace } from "./trace.ts";

/** More pixels than this show nothing that fewer would not. */
const MOST_PIXELS = 4e6;

/** Pictures with a shorter longer side are enlarged towards it, at most `MOST_ENLARGED` times. */
const LEAST_SIDE = 300;
const MOST_ENLARGED = 4;

/** A page of ink. */
export interface Page {
	/** 0 = paper, 128 = the threshold, 255 = full ink. */
	readonly ink: Plane;
	/** What of it reaches `INK`. */
	readonly runs: InkRuns;
	/** Pixels of `ink` per pixel of the picture. */
	readonly scale: number;
}

/** The ink of a picture; null where there is none. */
export function findInk(pixels: Pixels, trace?: Trace): Page | null {
	if (isInvisible(pixels)) return null;
	const shrunk = Math.max(1, Math.ceil(Math.sqrt((pixels.width * pixels.height) / MOST_PIXELS)));
	const small = shrink(pixels, shrunk);
	const gray = toGray(small, colourAxis(small));
	const enlarged = Math.min(
		MOST_ENLARGED,
		Math.max(1, Math.ceil(LEAST_SIDE / Math.max(pixels.width, pixels.height))),
	);
	const sized = enlarge(gray, enlarged);
	trace?.("gray", sized);
	const dark = darkness(isLightOnDark(sized) ? invert(sized) : sized);
	trace?.("darkness", inkPicture(dark));
	const ink = inkOf(dark);
	if (!ink) return null;
	trace?.("ink", inkPicture(ink));
	const runs = inkRuns(ink);
	const clean = eraseRules(ink, runs, strokeWidth(runs));
	trace?.("without-rules", inkPicture(clean));
	return { ink: clean, runs: clean === ink ? runs : inkRuns(clean), scale: enlarged / shrunk };
}

function invert({ width, height, data }: Plane): Plane {
	const inverted = new Uint8Array(data.length);
	for (let i = 0; i < data.length; i++) inverted[i] = 255 - data[i];
	return { width, height, data: inverted };
}
