import type { Candidate } from "../best-path.ts";
import { type Blob, blobOf } from "./components.ts";
import { cutBlob, type Scale } from "./cut.ts";
import { shear, slantOf } from "./slant.ts";

/** Some neighbouring pieces of a line that may be one character. */
export interface BlobCandidate extends Candidate {
	/** As it stands on the page. */
	readonly blob: Blob;
	/** What the layout says against it, in nats, >= 0. */
	readonly cost: number;
	/** The connected blobs, by number in the line, of which it holds only a part. */
	readonly cutsThrough: readonly number[];
	/** The connected blob that it holds wholly and alone, where that one could also be cut. */
	readonly wholeOf?: number;
}

/** A line of writing, cut into pieces from left to right, with every way to put them together. */
export interface BlobLine {
	readonly pieces: number;
	readonly candidates: readonly BlobCandidate[];
	readonly scale: Scale;
}

/** The most pieces that make one character. */
const MOST_PIECES = 8;
/** No character is wider than this many heights. */
const WIDEST = 1.6;
/** Pieces of one character are no further apart than this share of the height. */
const WIDEST_GAP = 0.2;
/** Nats for a gap inside a character as wide as the line is high. */
const GAP_COST = 18;

/** Takes the blobs of one line apart and lists every plausible character. */
export function candidatesOf(blobs: readonly Blob[], scale: Scale): BlobLine {
	const slant = slantOf(blobs.filter((blob) => blob.box.height > 0.5 * scale.height));
	const axis = Math.round(blobs.reduce((sum, { box }) => sum + box.y + box.height / 2, 0) / blobs.length);
	const pieces = blobs
		.flatMap((blob, of) => cutBlob(shear(blob, slant, axis), scale).map((part) => ({ ...part, of })))
		.sort((a, b) => middle(a) - middle(b));
	const partsOf = blobs.map((_, of) => pieces.filter((piece) => piece.of === of).length);
	const candidates: BlobCandidate[] = [];
	for (let from = 0; from < pieces.length; from++) {
		let right = pieces[from].box.x + pieces[from].box.width;
		let left = pieces[from].box.x;
		let gaps = 0;
		for (let to = from + 1; to <= Math.min(pieces.length, from + MOST_PIECES); to++) {
			const { x, width } = pieces[to - 1].box;
			const gap = Math.max(0, x - right);
			gaps += gap;
			right = Math.max(right, x + width);
			left = Math.min(left, x);
			if (gap > WIDEST_GAP * scale.height || (to > from + 1 && right - left > WIDEST * scale.height)) break;
			const held = pieces.slice(from, to);
			candidates.push({
				from,
				to,
				blob: shear(blobOf(held.flatMap((piece) => piece.runs)), -slant, axis),
				cost: (GAP_COST * gaps) / scale.height,
				...connections(held, partsOf),
			});
		}
	}
	return { pieces: pieces.length, candidates, scale };
}

/** How a run of pieces stands to the connected blobs that they were cut from. */
function connections(
	held: readonly { readonly of: number }[],
	partsOf: readonly number[],
): Pick<BlobCandidate, "cutsThrough" | "wholeOf"> {
	const blobs = [...new Set(held.map(({ of }) => of))];
	const cutsThrough = blobs.filter((blob) => held.filter(({ of }) => of === blob).length < partsOf[blob]);
	const isWhole = blobs.length === 1 && cutsThrough.length === 0 && held.length > 1;
	return { cutsThrough, ...(isWhole && { wholeOf: blobs[0] }) };
}

const middle = ({ box }: Blob) => box.x + box.width / 2;
