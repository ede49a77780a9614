import type { Blob } from "./components.ts";
import type { Plane } from "./pixels.ts";

/** Ink that is sure to be ink: a quarter above the threshold. */
const SURE = 160;

/**
 * The blobs that reach sure ink somewhere. What stays just above the threshold all over is the pattern of the
 * paper, its grain or its fibres (thresholding with hysteresis, Canny 1986).
 *
 * @param ink the page, 128 = the threshold, 255 = full ink
 */
export function sureBlobs(ink: Plane, blobs: readonly Blob[]): Blob[] {
	return blobs.filter(({ runs }) =>
		runs.some(([y, from, to]) => reaches(ink, y * ink.width + from, to - from)),
	);
}

function reaches({ data }: Plane, from: number, length: number): boolean {
	for (let i = from; i < from + length; i++) if (data[i] >= SURE) return true;
	return false;
}
