import type { Pixels } from "../pixels.ts";

/** Darker than this share of the paper is ink, or what lies beyond the edge. */
const DARK = 0.86;
/** The edge of a sheet, with what hangs on it, reaches so far inwards, as a share of its longer side. */
const REACH = 1 / 28;

/**
 * Makes paper of what is beyond the edge of a sheet, where it is transparent, and of what reaches over the edge or lies
 * along it: shadows, fingers, the sheets below.
 *
 * @param paper its brightness
 */
export function clearEdge({ width, height, data }: Pixels, paper: number): void {
	const size = width * height;
	const isDark = new Uint8Array(size);
	for (let i = 0, p = 0; i < size; i++, p += 4)
		if (Math.min(data[p], data[p + 1], data[p + 2]) < DARK * paper) isDark[i] = 1;
	const beyond = new Uint8Array(size);
	for (let i = 0; i < size; i++) if (data[4 * i + 3] === 0) beyond[i] = 1;
	const reach = Math.ceil(REACH * Math.max(width, height));
	const hanging = spread(beyond, width, reach, (i) => isDark[i] === 1);
	const edge = spread(beyond, width, reach, () => true);
	const along = piecesWithin(edge, width, (i) => isDark[i] === 1 && hanging[i] === 0);
	for (let i = 0, p = 0; i < size; i++, p += 4) {
		if (hanging[i] || along[i]) data.fill(paper, p, p + 3);
		data[p + 3] = 255;
	}
}

/** An area with the places up to `reach` steps from it, over such as are open. */
function spread(area: Uint8Array, width: number, reach: number, isOpen: (i: number) => boolean): Uint8Array {
	const reached = area.slice();
	let front: number[] = [];
	for (let i = 0; i < area.length; i++) if (area[i] === 1) front.push(i);
	for (let step = 0; step < reach && front.length > 0; step++) {
		const next: number[] = [];
		for (const i of front) {
			for (const beside of besides(i, width, area.length)) {
				if (reached[beside] === 1 || !isOpen(beside)) continue;
				reached[beside] = 1;
				next.push(beside);
			}
		}
		front = next;
	}
	return reached;
}

/** The connected pieces of what is open that lie in an area as a whole. */
function piecesWithin(area: Uint8Array, width: number, isOpen: (i: number) => boolean): Uint8Array {
	const found = new Uint8Array(area.length);
	const seen = new Uint8Array(area.length);
	for (let first = 0; first < area.length; first++) {
		if (area[first] === 0 || seen[first] === 1 || !isOpen(first)) continue;
		const piece = [first];
		seen[first] = 1;
		let isWithin = true;
		for (let k = 0; k < piece.length && isWithin; k++) {
			for (const beside of besides(piece[k], width, area.length)) {
				if (seen[beside] === 1 || !isOpen(beside)) continue;
				seen[beside] = 1;
				piece.push(beside);
				if (area[beside] === 0) isWithin = false;
			}
		}
		if (isWithin) for (const i of piece) found[i] = 1;
	}
	return found;
}

function besides(i: number, width: number, size: number): number[] {
	const found: number[] = [];
	if (i % width > 0) found.push(i - 1);
	if ((i + 1) % width > 0) found.push(i + 1);
	if (i >= width) found.push(i - width);
	if (i + width < size) found.push(i + width);
	return found;
}
