import type { Candidate } from "../lines/best-path.ts";
import { type Blob, blobOf, joined, type Run } from "./components.ts";
import { cutBlob, type Part, type Scale, uncut } from "./cut.ts";
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
	/** It holds several connected blobs. */
	readonly holdsSeveral?: true;
	/** It is a stroke that its neighbours may share and hold already, rather than a character. */
	readonly isJunction?: true;
}

/** Where walls part a line, x in its middle, from the left; none in open writing. */
export interface Walls {
	readonly at: readonly number[];
	/** Whether the cells are boxes for one digit each. */
	readonly isComb: boolean;
	/** Whether it is open writing beside cells: a label, or a note. */
	readonly isBeside: boolean;
}

export const OPEN: Walls = { at: [], isComb: false, isBeside: false };

/** A line of writing in upright pieces from left to right. */
export interface PieceLine {
	readonly pieces: readonly Piece[];
	/** How many pieces each connected blob was cut into. */
	readonly partsOf: readonly number[];
	readonly scale: Scale;
	/** Turns a blob of the line upright, and what is upright back. */
	readonly slant: number;
	readonly axis: number;
	/** What parts it into cells; `at` on its axis. */
	readonly walls: Walls;
}

/** A piece of the connected blob number `of`. */
export interface Piece extends Part {
	readonly of: number;
}

/** The most pieces that make one character. */
const MOST_PIECES = 8;
/** No character is wider than this many heights. */
const WIDEST = 1.6;
/** No letter is wider than this many heights; what is wider is several characters. */
const WIDEST_WHOLE = 3;
/** Pieces of one character are no further apart than this share of the height; the rings of % from its stroke. */
const WIDEST_GAP = 0.2;
const WIDEST_GAP_OF_SMALL = 0.4;
/** What is lower than this share of the height may be such a ring. */
const SMALL = 0.45;
/** Nats for a gap inside a character as wide as the line is high. */
const GAP_COST = 18;
/** Nats for a stroke that two digits share. */
const SHARING_COST = 0.4;

/**
 * Takes the blobs of one line apart, those that `isCut` says: by default all.
 *
 * @param slant how far the writing leans, and the cuts with it: by default what the blobs themselves tell
 */
export function cutLine(
	blobs: readonly Blob[],
	scale: Scale,
	isCut: (blob: Blob) => boolean = () => true,
	slant = slantOf(blobs.filter((blob) => blob.box.height > 0.5 * scale.height)),
	walls: Walls = OPEN,
): PieceLine {
	const axis = Math.round(blobs.reduce((sum, { box }) => sum + box.y + box.height / 2, 0) / blobs.length);
	const pieces = blobs
		.flatMap((blob, of) => {
			const upright = shear(blob, slant, axis);
			return (isCut(blob) ? cutBlob(upright, scale) : [uncut(upright)]).map((part) => ({ ...part, of }));
		})
		.sort((a, b) => middle(a) - middle(b));
	const partsOf = blobs.map((_, of) => pieces.filter((piece) => piece.of === of).length);
	return { pieces, partsOf, scale, slant, axis, walls };
}

/** Every plausible character of a line: neighbouring pieces put together. */
export function candidatesOf(line: PieceLine): BlobCandidate[] {
	const onPage = piecesOnPage(line);
	return spansOf(line).map(({ from, to, cost }) => candidateOf(line, onPage, from, to, cost));
}

/** About how much there is to classify in a line: its candidates, those larger than a digit as so many of them. */
export function workOf(line: PieceLine): number {
	const square = line.scale.height ** 2;
	return spansOf(line).reduce((sum, { area }) => sum + Math.max(1, area / square), 0);
}

/** Neighbouring pieces, `from` to before `to`, that may be one character. */
interface Span extends Candidate {
	readonly cost: number;
	/** Of the box around them. */
	readonly area: number;
}

function spansOf(line: PieceLine): Span[] {
	const { pieces, partsOf, scale } = line;
	const spans: Span[] = [];
	for (let from = 0; from < pieces.length; from++) {
		const cell = cellOf(line, pieces[from]);
		let last = from + 1;
		let right = pieces[from].box.x + pieces[from].box.width;
		let left = pieces[from].box.x;
		let [top, bottom] = [Number.POSITIVE_INFINITY, 0];
		let gaps = 0;
		for (let to = from + 1; to <= Math.min(pieces.length, from + MOST_PIECES); to++) {
			const { x, y, width, height } = pieces[to - 1].box;
			if (cellOf(line, pieces[to - 1]) !== cell) break;
			const gap = Math.max(0, x - right);
			gaps += gap;
			right = Math.max(right, x + width);
			left = Math.min(left, x);
			top = Math.min(top, y);
			bottom = Math.max(bottom, y + height);
			const isSmall =
				Math.min(pieces[to - 1].box.height, pieces[Math.max(from, to - 2)].box.height) < SMALL * scale.height;
			const widest = isSmall ? WIDEST_GAP_OF_SMALL : WIDEST_GAP;
			if (gap > widest * scale.height || (to > from + 1 && right - left > WIDEST * scale.height)) break;
			const area = (right - left) * (bottom - top);
			spans.push({ from, to, cost: (GAP_COST * gaps) / scale.height, area });
			last = to;
		}
		// What is connected is judged as a whole too: a wide letter must not be read by its parts.
		const end = from + partsOf[pieces[from].of];
		if (end > last && end <= pieces.length && isNarrowWhole(pieces.slice(from, end), scale))
			spans.push({ from, to: end, cost: 0, area: (right - left) * (bottom - top) });
	}
	return spans;
}

/**
 * The candidates that end at a cut through one of these blobs, once more with the ink just beyond it: touching
 * digits often have a stroke in common, which a cut can give to one of them only.
 */
export function sharingCandidatesOf(
	line: PieceLine,
	candidates: readonly BlobCandidate[],
	blobs: ReadonlySet<number>,
): BlobCandidate[] {
	const onPage = piecesOnPage(line);
	return candidates.flatMap(({ from, to, cost, cutsThrough }) => {
		if (!cutsThrough.some((blob) => blobs.has(blob))) return [];
		const left = line.pieces[from].beyond[0];
		const right = line.pieces[to - 1].beyond[1];
		const variants = [[left], [right], [left, right]].filter((sides) =>
			sides.every((side) => side.length > 0),
		);
		return variants.map((sides) =>
			candidateOf(line, onPage, from, to, cost + SHARING_COST * sides.length, sides),
		);
	});
}

/** The pieces of a line as they stand on the page: once for all the candidates that hold them. */
const piecesOnPage = ({ pieces, slant, axis }: PieceLine): Blob[] =>
	pieces.map((piece) => shear(piece, -slant, axis));

function candidateOf(
	{ pieces, partsOf, slant, axis }: PieceLine,
	onPage: readonly Blob[],
	from: number,
	to: number,
	cost: number,
	shared: readonly (readonly Run[])[] = [],
): BlobCandidate {
	const held = pieces.slice(from, to);
	const blob = joined([
		...onPage.slice(from, to),
		...shared.map((runs) => shear(blobOf(runs), -slant, axis)),
	]);
	const blobs = [...new Set(held.map(({ of }) => of))];
	const cutsThrough = blobs.filter((blob) => held.filter(({ of }) => of === blob).length < partsOf[blob]);
	const isWhole = blobs.length === 1 && cutsThrough.length === 0 && held.length > 1;
	const isJunction = held.length === 1 && held[0].isJunction;
	return {
		from,
		to,
		blob,
		cost,
		cutsThrough,
		...(isWhole && { wholeOf: blobs[0] }),
		...(blobs.length > 1 && { holdsSeveral: true as const }),
		...(isJunction && { isJunction }),
	};
}

/** Whether the pieces are those of one blob, no wider than a letter. */
function isNarrowWhole(pieces: readonly Piece[], { height }: Scale): boolean {
	const left = Math.min(...pieces.map(({ box }) => box.x));
	const right = Math.max(...pieces.map(({ box }) => box.x + box.width));
	return pieces.every(({ of }) => of === pieces[0].of) && right - left <= WIDEST_WHOLE * height;
}

const middle = ({ box }: Blob) => box.x + box.width / 2;

/** The number of the cell in which a blob stands: a character is in one of them. */
export const cellOf = ({ walls }: Pick<PieceLine, "walls">, blob: Blob): number =>
	walls.at.filter((x) => x < middle(blob)).length;
