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

/** Blobs lower than this share of the height hold no two digits. */
const LOWEST = 0.3;

/** Blobs higher or wider than this many heights are texture or drawings; cutting them would take for ever. */
const HIGHEST = 4;
const WIDEST = 40;

/** Cuts through more ink than this share of the height are not tried: so much two zeros have in common. */
const MOST_INK = 0.7;

/** Parts with less ink than this many square strokes are not cut off. */
const LEAST_PART = 1.5;

/** Cuts are at least so far apart, and bend at most so far to a side, as shares of the height. */
const APART = 0.1;

/** At most this many cuts for every height of width. */
const MOST_CUTS = 6;

/**
 * Over-segmentation: a blob taken apart wherever two digits might touch, from left to right; a blob that
 * nothing speaks for cutting comes back whole. The writing must be upright.
 */
export function cutBlob(blob: Blob, { height, stroke }: Scale): Blob[] {
	const { box } = blob;
	if (box.width < NARROWEST * height || box.height < LOWEST * height) return [blob];
	if (box.width > WIDEST * height || box.height > HIGHEST * height) return [blob];
	const least = LEAST_PART * stroke * stroke;
	const seams = seamsOf(blob, Math.max(1, height / 20), APART * height).filter(
		(seam) => seam.ink <= MOST_INK * height && seam.left >= least && blob.area - seam.left >= least,
	);
	const count = Math.ceil((MOST_CUTS * box.width) / height);
	const chosen = cheapestApart(seams, count, least, APART * height);
	return chosen.length === 0 ? [blob] : part(blob, chosen);
}

/** The cheapest seams, no two of which are closer than `distance` or have less than `least` pixels between them. */
function cheapestApart(seams: readonly Seam[], count: number, least: number, distance: number): Seam[] {
	const chosen: { seam: Seam; x: number }[] = [];
	for (const seam of [...seams].sort((a, b) => a.ink - b.ink)) {
		if (chosen.length >= count) break;
		const x = seam.x.reduce((sum, x) => sum + x, 0) / seam.x.length;
		const isApart = chosen.every(
			(other) => Math.abs(other.seam.left - seam.left) >= least && Math.abs(other.x - x) >= distance,
		);
		if (isApart) chosen.push({ seam, x });
	}
	return chosen.map(({ seam }) => seam);
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
