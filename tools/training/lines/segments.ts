import type { Glyph } from "../../../lib/glyph.ts";
import { inkOfBlob } from "../../../lib/image/blob-ink.ts";
import { candidatesOf, cutLine } from "../../../lib/image/candidates.ts";
import { type Blob, connectedComponents } from "../../../lib/image/components.ts";
import { normaliseGlyph } from "../../../lib/image/normalise.ts";
import { inkRuns } from "../../../lib/image/runs.ts";
import { findWriting } from "../../../lib/image/writing.ts";
import { NOT_A_DIGIT, SEVERAL_DIGITS } from "../../../lib/models/outputs.ts";
import type { WrittenLine } from "./written-line.ts";

/** A piece of a line as the reader cuts it, and what it is: 0..9, NOT_A_DIGIT or SEVERAL_DIGITS. */
export interface Segment {
	readonly glyph: Glyph;
	readonly label: number;
}

/** A segment is a digit when it has so much of the digit's ink and so little of other ink. */
const WHOLE = 0.88;
const FOREIGN = 0.1;
/** With less than this of any digit it is a fragment; with this of two it is several. */
const FRAGMENT = 0.7;
const SEVERAL = 0.55;

/**
 * Every candidate that the picture reader would ask the classifier about in a line whose writing is known,
 * labelled by what ink it holds: cuts in the wrong place teach the classifier to refuse them. Candidates
 * between whole and broken are left out.
 */
export function segmentsOf(line: WrittenLine): Segment[] {
	const whole = new Float64Array(line.labels.length);
	for (const owners of line.owners) addTo(whole, owners);
	const writing = findWriting(connectedComponents(inkRuns(line.ink)));
	return writing.lines
		.flatMap((blobs) => candidatesOf(cutLine(blobs, writing.scale)))
		.flatMap(({ blob }) => {
			const label = labelOf(blob, line, whole);
			return label === null ? [] : [{ glyph: normaliseGlyph(inkOfBlob(line.ink, blob)), label }];
		});
}

function labelOf(blob: Blob, line: WrittenLine, whole: Float64Array): number | null {
	const part = new Float64Array(whole.length);
	for (const [y, from, to] of blob.runs) {
		for (let x = from; x < to; x++) addTo(part, line.owners[y * line.ink.width + x]);
	}
	const shares = Array.from(part, (ink, i) => ({ i, share: ink / whole[i] })).sort(
		(a, b) => b.share - a.share,
	);
	const [first, second] = shares;
	if (second && second.share >= SEVERAL) return SEVERAL_DIGITS;
	if (first.share < FRAGMENT) return NOT_A_DIGIT;
	const foreign = 1 - part[first.i] / blob.area;
	return first.share >= WHOLE && foreign <= FOREIGN ? line.labels[first.i] : null;
}

function addTo(counts: Float64Array, owners: number): void {
	for (let i = 0; i < counts.length; i++) if (owners & (1 << i)) counts[i]++;
}
