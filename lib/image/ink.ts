import { darkAreas } from "./layout/dark-areas.ts";
import { lightAsDark } from "./layout/light-as-dark.ts";
import { lightWritingOn } from "./layout/light-writing.ts";
import type { Plane } from "./pixels.ts";
import { type InkRuns, runsOf } from "./runs.ts";
import { kernels } from "./simd/kernels.ts";
import type { Sheet } from "./simd/sheet.ts";
import { inkPicture, type Trace } from "./trace.ts";

/** The ink of a page. */
export interface Ink {
	/** 0 = paper, 128 = the threshold, 255 = full ink. */
	readonly ink: Plane;
	/** What of it reaches `INK`. */
	readonly runs: InkRuns;
}

/**
 * Brightness -> ink; null when there is no edge that could be ink. How much darker than the paper around it each
 * pixel is (`paper.as.ts`), scaled by what is dark enough for ink there (`threshold.as.ts`); of light writing on
 * dark ground the other way round (`polarity.as.ts`), of areas of another ground each in its own way.
 *
 * @param sheet holds the ink in the end
 */
export function inkOf(sheet: Sheet, trace?: Trace): Ink | null {
	const { at, width, height } = sheet;
	const { isLightOnDark, invert, darken, threshold } = kernels();
	if (isLightOnDark(at, width, height)) invert(at, width * height);
	for (const area of darkAreas(sheet)) {
		const writing = lightWritingOn(sheet, area);
		if (writing) lightAsDark(sheet, writing);
	}
	darken(at, width, height);
	trace?.("darkness", inkPicture(sheet));
	if (!threshold(at, width, height)) return null;
	trace?.("ink", inkPicture(sheet));
	return { ink: sheet.copy(), runs: runsOf(sheet) };
}
