import { type Blob, connectedComponents } from "./components.ts";
import type { Plane } from "./pixels.ts";
import { INK, type InkRuns } from "./runs.ts";

/** Ink fainter than this is none: three fifths of the threshold. */
const FAINTEST = 77;
/** Bits of four values of which one may reach `FAINTEST`. */
const FOUR_FAINT = 0xc0c0c0c0;
/** On both sides of a stroke, so many pixels away, ink falls to this share of what it is on the stroke. */
const REACH = 3;
const SIDES = 0.3;
/** More faint ink than this share of all ink that is no part of a stroke is the pattern of the paper. */
const MOST_PATTERN = 0.01;
/** Nearer to an edge than this share of the picture is at the edge. */
const NEAR_EDGE = 0.02;

/**
 * Lifts the faint parts of strokes to the threshold: where a pen hardly pressed, a stroke falls apart into pieces.
 * What is faint and touches no ink, or goes to the edge of the picture, is the paper's; where there is more than a
 * little of it nothing is lifted.
 *
 * @param ink 128 = the threshold
 * @param runs what of it reaches the threshold
 * @returns the very same ink where nothing is lifted
 */
export function liftFaintStrokes(ink: Plane, runs: InkRuns): Plane {
	const pieces = connectedComponents(faintRidges(ink));
	const strokes = pieces.filter((piece) => touchesInk(ink, piece) && !isAtEdge(ink, piece));
	const pattern = areaOf(pieces) - areaOf(strokes);
	if (strokes.length === 0 || pattern > MOST_PATTERN * areaOfRuns(runs)) return ink;
	const data = ink.data.slice();
	for (const { runs } of strokes)
		for (const [y, from, to] of runs) data.fill(INK, y * ink.width + from, y * ink.width + to);
	return { ...ink, data };
}

/**
 * The runs of faint ink with less on two opposite sides. The soft edge of a dark stroke has less on one side only.
 */
function faintRidges({ width, height, data }: Plane): InkRuns {
	// Most of a page is paper: it is passed four pixels at a time.
	const fours = new Uint32Array(data.buffer, data.byteOffset, data.length >> 2);
	const down = REACH * width;
	const falling = (REACH - 1) * (width + 1);
	const rising = (REACH - 1) * (width - 1);
	const rows = new Int32Array(height + 1);
	const edges: number[] = [];
	for (let y = 0; y < height; y++) {
		rows[y] = edges.length;
		if (y < REACH || y >= height - REACH) continue;
		const start = y * width;
		const end = start + width - REACH;
		for (let i = start + REACH; i < end; i++) {
			if ((i & 3) === 0) while (i + 4 < end && (fours[i >> 2] & FOUR_FAINT) === 0) i += 4;
			const value = data[i];
			if (value < FAINTEST || value >= INK) continue;
			const most = SIDES * value;
			// Spelt out: as a loop over the four directions it takes four times as long.
			const isRidge =
				(data[i - REACH] <= most && data[i + REACH] <= most) ||
				(data[i - down] <= most && data[i + down] <= most) ||
				(data[i - falling] <= most && data[i + falling] <= most) ||
				(data[i - rising] <= most && data[i + rising] <= most);
			if (!isRidge) continue;
			const x = i - start;
			if (edges.length > rows[y] && edges[edges.length - 1] === x) edges[edges.length - 1]++;
			else edges.push(x, x + 1);
		}
	}
	rows[height] = edges.length;
	return { width, height, rows, edges: Int32Array.from(edges) };
}

function touchesInk({ width, height, data }: Plane, { runs }: Blob): boolean {
	for (const [y, from, to] of runs) {
		for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
			for (let x = Math.max(0, from - 1); x < Math.min(width, to + 1); x++)
				if (data[row * width + x] >= INK) return true;
		}
	}
	return false;
}

function isAtEdge({ width, height }: Plane, { box }: Blob): boolean {
	const [across, down] = [NEAR_EDGE * width, NEAR_EDGE * height];
	return (
		box.x <= across ||
		box.y <= down ||
		box.x + box.width >= width - across ||
		box.y + box.height >= height - down
	);
}

const areaOf = (blobs: readonly Blob[]) => blobs.reduce((sum, { area }) => sum + area, 0);

function areaOfRuns({ edges }: InkRuns): number {
	let area = 0;
	for (let i = 0; i < edges.length; i += 2) area += edges[i + 1] - edges[i];
	return area;
}
