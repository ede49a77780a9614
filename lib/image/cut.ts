import { type Blob, blobOf, type Run } from "./components.ts";
import { type Seam, seamsOf } from "./seams.ts";

/** Sizes of the writing, in pixels. */
export interface Scale {
	/** Height of a digit. */
	readonly height: number;
	/** Width of a stroke. */
	readonly stroke: number;
}

/** Blobs narrower than this share of the height are not cut: not even two 1s touch in so little. */
const NARROWEST = 0.45;

/** Cuts through more ink than this many strokes are not tried. */
const MOST_STROKES = 2.6;

/** Parts with less ink than this many square strokes are not cut off. */
const LEAST_PART = 1.5;

/**
 * Over-segmentation: a blob taken apart wherever two digits might touch, from left to right; a blob that
 * nothing speaks for cutting comes back whole. The writing must be upright.
 */
export function cutBlob(blob: Blob, { height, stroke }: Scale): Blob[] {
	if (blob.box.width < NARROWEST * height || blob.box.height < 0.3 * height) return [blob];
	const least = LEAST_PART * stroke * stroke;
	const most = Math.max(MOST_STROKES * stroke, 0.25 * height);
	const seams = seamsOf(blob, Math.max(1, height / 20), 0.18 * height).filter(
		(seam) => seam.ink <= most && seam.left >= least && blob.area - seam.left >= least,
	);
	const chosen = cheapestApart(seams, least, Math.ceil((3.5 * blob.box.width) / height));
	return chosen.length === 0 ? [blob] : part(blob, chosen);
}

/** The cheapest seams, no two of which have less than `least` pixels of ink between them. */
function cheapestApart(seams: readonly Seam[], least: number, count: number): Seam[] {
	const chosen: Seam[] = [];
	for (const seam of [...seams].sort((a, b) => a.ink - b.ink)) {
		if (chosen.length >= count) break;
		if (chosen.every((other) => Math.abs(other.left - seam.left) >= least)) chosen.push(seam);
	}
	return chosen;
}

function part(blob: Blob, seams: readonly Seam[]): Blob[] {
	const parts: Run[][] = Array.from({ length: seams.length + 1 }, () => []);
	for (const [y, from, to] of blob.runs) {
		const cuts = seams.map((seam) => seam.x[y - blob.box.y]).sort((a, b) => a - b);
		let start = from;
		for (let i = 0; i <= cuts.length && start < to; i++) {
			const end = i < cuts.length ? Math.min(to, cuts[i]) : to;
			if (end <= start) continue;
			parts[i].push([y, start, end]);
			start = end;
		}
	}
	return parts.filter((runs) => runs.length > 0).map(blobOf);
}
