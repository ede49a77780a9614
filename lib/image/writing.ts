import { textLines } from "../lines/text-lines.ts";
import { median } from "../median.ts";
import { type Blob, blobOf } from "./components.ts";
import type { Scale } from "./cut.ts";

/** Blobs that look like parts of the writing, and how large it is. */
export interface Writing {
	readonly lines: readonly (readonly Blob[])[];
	readonly scale: Scale;
}

/** Blobs smaller than this share of the digits' height in both directions are specks. */
const SPECK = 0.08;

/** In a picture of one character, blobs smaller than this share of the largest are specks. */
const MAIN_PART = 0.15;

/** Only so many blobs are looked at, the largest, so that time stays bounded. */
const MOST_BLOBS = 800;

/** So many blobs are texture or noise; what looks like a digit among them is chance. */
const TEXTURE = 4000;

/** Sorts ink into lines of writing, from the top, and leaves specks out. */
export function findWriting(blobs: readonly Blob[]): Writing {
	const scale = scaleOf(blobs);
	const parts = blobs.filter(({ box }) => Math.max(box.width, box.height) >= SPECK * scale.height);
	if (parts.length > TEXTURE) return { lines: [], scale };
	const kept = parts.sort((a, b) => b.area - a.area).slice(0, MOST_BLOBS);
	const boxes = kept.map((blob) => blob.box);
	const lines = textLines(boxes, scale.height).map((line) => line.map((i) => kept[i]));
	return { lines, scale };
}

/** All ink as one blob, but for specks beside the largest one; null where there is none. */
export function mainBlob(blobs: readonly Blob[]): Blob | null {
	const size = ({ box }: Blob) => Math.max(box.width, box.height);
	const least = MAIN_PART * Math.max(0, ...blobs.map(size));
	const kept = blobs.filter((blob) => size(blob) >= least);
	return kept.length === 0 ? null : blobOf(kept.flatMap((blob) => blob.runs));
}

/** The median height of blobs, each counted by its ink, and the stroke width most of the ink has. */
function scaleOf(blobs: readonly Blob[]): Scale {
	const sorted = [...blobs].sort((a, b) => a.box.height - b.box.height);
	const half = blobs.reduce((sum, blob) => sum + Math.sqrt(blob.area), 0) / 2;
	let height = 1;
	let sum = 0;
	for (const blob of sorted) {
		height = blob.box.height;
		sum += Math.sqrt(blob.area);
		if (sum >= half) break;
	}
	const lengths = blobs.flatMap((blob) => blob.runs.map(([, from, to]) => to - from));
	return { height, stroke: Math.max(1, median(lengths)) };
}
