import { isAlongBorder } from "./border-ink.ts";
import { type Blob, connectedComponents } from "./components.ts";
import { isDarkCorner } from "./dark-corners.ts";
import { liftFaintStrokes } from "./faint-strokes.ts";
import type { Page } from "./page.ts";
import type { Plane } from "./pixels.ts";
import { inkRuns } from "./runs.ts";

/** Ink that is sure to be ink: a quarter above the threshold. */
const SURE = 160;

/** The ink of a page in pieces. */
export interface ConnectedInk {
	/** 0 = paper, 128 = the threshold, 255 = full ink. */
	readonly ink: Plane;
	readonly blobs: readonly Blob[];
}

/**
 * The connected ink of a page, thresholded with hysteresis (Canny 1986): what stays just above the threshold all
 * over is the pattern of the paper, its grain or its fibres; where the paper has none, strokes that are sure
 * somewhere may be fainter elsewhere.
 */
export function connectedInk({ ink, runs }: Pick<Page, "ink" | "runs">): ConnectedInk {
	const lifted = liftFaintStrokes(ink, runs);
	const pieces = connectedComponents(lifted === ink ? runs : inkRuns(lifted));
	const sure = sureBlobs(lifted, pieces).filter((blob) => !isDarkCorner(lifted, blob));
	const inner = sure.filter((blob) => !isAlongBorder(blob, lifted));
	// By itself it may be a digit that fills the picture.
	return { ink: lifted, blobs: inner.length > 0 ? inner : sure };
}

/** The blobs that reach sure ink somewhere. */
function sureBlobs(ink: Plane, blobs: readonly Blob[]): Blob[] {
	return blobs.filter(({ runs }) =>
		runs.some(([y, from, to]) => reaches(ink, y * ink.width + from, to - from)),
	);
}

function reaches({ data }: Plane, from: number, length: number): boolean {
	for (let i = from; i < from + length; i++) if (data[i] >= SURE) return true;
	return false;
}
