import { atOnce, type Steps } from "../tasks/steps.ts";
import { colourAxis } from "./colour-axis.ts";
import { withFainterWriting } from "./fainter-writing.ts";
import { isInvisible, toGray } from "./gray.ts";
import { type Ink, inkOf } from "./ink.ts";
import { type Grid, gridOf } from "./layout/grid.ts";
import { layoutOf } from "./layout/layout.ts";
import type { Structure } from "./layout/structures.ts";
import { takeOut } from "./layout/take-out.ts";
import type { Pixels, Plane } from "./pixels.ts";
import { eraseRules } from "./rules.ts";
import { inkRuns, strokeWidth } from "./runs.ts";
import { enlarge, shrink } from "./scale.ts";
import { Sheet } from "./simd/sheet.ts";
import { inkPicture, type Trace } from "./trace.ts";

/** More pixels than this show nothing that fewer would not. */
const MOST_PIXELS = 4e6;

/** Pictures with a shorter longer side are enlarged towards it, at most `MOST_ENLARGED` times. */
const LEAST_SIDE = 300;
const MOST_ENLARGED = 4;

/** A page of ink. */
export interface Page extends Ink {
	/** Pixels of `ink` per pixel of the picture. */
	readonly scale: number;
	/** Cells that were drawn or printed to write into, in pixels of `ink`. */
	readonly grids: readonly Grid[];
}

/** The ink of a picture; null where there is none. */
export const findInk = (pixels: Pixels, trace?: Trace): Page | null => atOnce(findInkInSteps(pixels, trace));

/** The same, a pass over the picture at a time. */
export function* findInkInSteps(pixels: Pixels, trace?: Trace): Steps<Page | null> {
	if (isInvisible(pixels)) return null;
	const shrunk = Math.max(1, Math.ceil(Math.sqrt((pixels.width * pixels.height) / MOST_PIXELS)));
	const small = shrink(pixels, shrunk);
	yield;
	// A sheet lasts until the next one is made: no step ends before its ink is copied.
	const gray = toGray(small, colourAxis(small));
	const enlarged = Math.min(
		MOST_ENLARGED,
		Math.max(1, Math.ceil(LEAST_SIDE / Math.max(pixels.width, pixels.height))),
	);
	const sized = enlarged === 1 ? gray : Sheet.of(enlarge(gray, enlarged));
	trace?.("gray", sized.copy());
	const found = inkOf(sized, trace);
	if (!found) return null;
	const { ink, runs } = found;
	yield;
	const stroke = strokeWidth(runs);
	const structures = yield* layoutOf(ink, runs, stroke);
	const open = structures.length === 0 ? found : withoutStructures(ink, structures, stroke);
	yield;
	const clean = eraseRules(open.ink, open.runs, stroke);
	trace?.("without-rules", inkPicture(clean));
	return {
		ink: clean,
		runs: clean === open.ink ? open.runs : inkRuns(clean),
		scale: enlarged / shrunk,
		grids: structures.flatMap((structure) => gridOf(structure) ?? []),
	};
}

function withoutStructures(ink: Plane, structures: readonly Structure[], stroke: number): Ink {
	const open = takeOut(
		ink,
		structures.flatMap(({ levels }) => levels),
		structures.flatMap(({ walls }) => walls),
		stroke,
	);
	return withFainterWriting({ ink: open, runs: inkRuns(open) });
}
