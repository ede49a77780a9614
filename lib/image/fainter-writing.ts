import type { Ink } from "./ink.ts";
import { type InkRuns, inkRuns } from "./runs.ts";
import { kernels } from "./simd/kernels.ts";
import { Sheet } from "./simd/sheet.ts";

/** Fainter writing is there where a threshold of its own makes so many times as much of the paper ink. */
const FAINTER = 1.25;

/**
 * The ink that is left where rules were taken out, thresholded anew where they had hidden what is fainter: black
 * frames raise the threshold around them above the pen that filled them in.
 */
export function withFainterWriting(found: Ink): Ink {
	const sheet = Sheet.of(found.ink);
	if (!kernels().threshold(sheet.at, sheet.width, sheet.height)) return found;
	const ink = sheet.copy();
	const again = { ink, runs: inkRuns(ink) };
	return areaOf(again.runs) >= FAINTER * areaOf(found.runs) ? again : found;
}

function areaOf({ edges }: InkRuns): number {
	let area = 0;
	for (let i = 0; i < edges.length; i += 2) area += edges[i + 1] - edges[i];
	return area;
}
