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

/** How far over a cut strokes are looked for that two digits have in common, in strokes. */
const SHARED = 1.3;

/** A part of a blob between two cuts, with the ink just beyond them. */
export interface Part extends Blob {
	/** What lies within about a stroke beyond the cut to the left and to the right. */
	readonly beyond: readonly [left: readonly Run[], right: readonly Run[]];
	/** Whether it is so narrow that all of it lies just beyond the cuts of its neighbours. */
	readonly isJunction: boolean;
}

/** Digits have three strokes side by side, worn ones a few more: a blob with so many for every height of width is texture. */
const MOST_STROKES = 8;

/** Whether a blob may hold more than one digit, by its size and how dense it is. */
export function isCuttable({ box, runs }: Blob, { height }: Scale): boolean {
	if (box.width < NARROWEST * height || box.height < LOWEST * height) return false;
	if (runs.length > MOST_STROKES * box.height * Math.max(1, box.width / height)) return false;
	return box.width <= WIDEST * height && box.height <= HIGHEST * height;
}

/** A blob as the only part of itself. */
export const uncut = (blob: Blob): Part => ({ ...blob, beyond: [[], []], isJunction: false });

/**
 * Over-segmentation: a blob taken apart wherever two digits might touch, from left to right; a blob that
 * nothing speaks for cutting comes back whole. The writing must be upright.
 */
export function cutBlob(blob: Blob, scale: Scale): Part[] {
	if (!isCuttable(blob, scale)) return [uncut(blob)];
	const { box } = blob;
	const { height, stroke } = scale;
	const least = LEAST_PART * stroke * stroke;
	const seams = seamsOf(blob, Math.max(1, height / 20), APART * height).filter(
		(seam) => seam.ink <= MOST_INK * height && seam.left >= least && blob.area - seam.left >= least,
	);
	const count = Math.ceil((MOST_CUTS * box.width) / height);
	const chosen = cheapestApart(seams, count, least, APART * height);
	return chosen.length === 0 ? [uncut(blob)] : part(blob, chosen, Math.round(SHARED * stroke));
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

function part(blob: Blob, seams: readonly Seam[], reach: number): Part[] {
	const parts = Array.from({ length: seams.length + 1 }, () => ({
		runs: [] as Run[],
		left: [] as Run[],
		right: [] as Run[],
	}));
	const add = (runs: Run[], y: number, from: number, to: number) => {
		if (from < to) runs.push([y, from, to]);
	};
	for (const [y, from, to] of blob.runs) {
		const cuts = seams.map((seam) => seam.x[y - blob.box.y]).sort((a, b) => a - b);
		for (const [i, { runs, left, right }] of parts.entries()) {
			const start = i > 0 ? cuts[i - 1] : from;
			const end = i < cuts.length ? cuts[i] : to;
			add(runs, y, Math.max(from, start), Math.min(to, end));
			add(left, y, Math.max(from, start - reach), Math.min(to, start));
			add(right, y, Math.max(from, end), Math.min(to, end + reach));
		}
	}
	return parts
		.filter(({ runs }) => runs.length > 0)
		.map(({ runs, left, right }) => {
			const blob = blobOf(runs);
			const isCovered = runs.every(([, from, to]) => to - from <= 2 * reach) && blob.box.width <= 4 * reach;
			return { ...blob, beyond: [left, right], isJunction: isCovered && left.length > 0 && right.length > 0 };
		});
}
