import type { Box } from "../geometry.ts";
import { textLines } from "../lines/text-lines.ts";
import { median } from "../median.ts";
import { OPEN, type Walls } from "./candidates.ts";
import { type Blob, blobOf } from "./components.ts";
import type { Scale } from "./cut.ts";
import { cellAt, type Grid, isComb, isEndOfLine, isRestOfLine, rowHeight, wallsAt } from "./layout/grid.ts";
import { isHeeded, notesIn } from "./layout/heed.ts";
import { rowParts } from "./layout/row-parts.ts";
import { withoutRings } from "./rings.ts";

/** Blobs that look like parts of the writing, and how large it is. */
export interface Writing {
	readonly lines: readonly (readonly Blob[])[];
	/** What parts each line into cells. */
	readonly walls: readonly Walls[];
	readonly scale: Scale;
	/** The grids in whose cells it is written. */
	readonly grids: readonly Grid[];
	/** Whether there is more than can be read at once, so that there are no lines. */
	readonly isTooMuch?: true;
}

/** Blobs smaller than this share of the digits' height in both directions are specks. */
const SPECK = 0.08;
/** The dots of thin pens are not much larger than specks: where there are no more than so many, they may be such. */
const DOT = 0.045;
const MOST_DOTS = 6;

/** In a picture of one character, blobs smaller than this share of the largest are specks. */
const MAIN_PART = 0.15;

/** Only so many blobs are looked at, the largest, so that time stays bounded; of more that are as high as digits, none. */
const MOST_BLOBS = 800;

/** So many blobs are texture or noise; what looks like a digit among them is chance. */
const TEXTURE = 4000;

/** A row of cells is one line of writing unless it is as high as so many digits. */
const ROW_OF_LINES = 3;

/** Sorts ink into lines of writing, from the top, and leaves specks out. What stands in one row of cells is one line. */
export function findWriting(blobs: readonly Blob[], found: readonly Grid[] = []): Writing {
	const writing = withoutRings(withoutGrain(blobs));
	const scale = scaleOf(writing);
	const digits = writing.map(({ box }) => box).filter(({ height }) => isDigitHigh(height, scale));
	const grids = found.filter((grid) => isHeeded(grid, digits));
	const boxes = writing.map(({ box }) => box);
	const notes = grids.map((grid) => notesIn(grid, boxes, scale.height));
	const sizeOf = (box: Box) => Math.max(box.width, box.height) / scale.height;
	const dots = boxes.filter((box) => sizeOf(box) >= DOT && sizeOf(box) < SPECK);
	const least = grids.length === 0 && dots.length <= MOST_DOTS ? DOT : SPECK;
	const parts = writing.filter(
		({ box }) =>
			sizeOf(box) >= least &&
			!grids.some((grid, i) => isRestOfLine(grid, box) || notes[i].has(box)) &&
			!found.some((grid) => isEndOfLine(grid, box)),
	);
	const high = parts.filter(({ box }) => isDigitHigh(box.height, scale)).length;
	if (parts.length > TEXTURE || high > MOST_BLOBS)
		return { lines: [], walls: [], scale, grids, isTooMuch: true };
	const largest = parts.sort((a, b) => b.area - a.area).slice(0, MOST_BLOBS);
	const tables = grids.filter(({ areSquares, rows }) => rows > 1 && !areSquares);
	const kept = tables.reduce<Blob[]>(
		(blobs, grid) => blobs.flatMap((blob) => rowParts(blob, grid, scale.height)),
		largest,
	);
	const { rows, others } = rowsOf(kept, grids, scale);
	const open = linesAmong(others, scale).map((blobs) => ({
		blobs,
		walls: { ...OPEN, isBeside: rows.length > 0 },
	}));
	const lines =
		rows.length === 0 ? open : [...rows, ...open].sort((a, b) => levelOf(a.blobs) - levelOf(b.blobs));
	return { lines: lines.map(({ blobs }) => blobs), walls: lines.map(({ walls }) => walls), scale, grids };
}

const isDigitHigh = (height: number, scale: Scale) =>
	height >= 0.5 * scale.height && height <= 2 * scale.height;

const linesAmong = (blobs: readonly Blob[], { height }: Scale) =>
	textLines(
		blobs.map(({ box }) => box),
		height,
	).map((line) => line.map((i) => blobs[i]));

const levelOf = (line: readonly Blob[]) =>
	line.reduce((sum, { box }) => sum + box.y + box.height / 2, 0) / line.length;

/** What stands in rows of cells, and what does not. */
function rowsOf(blobs: readonly Blob[], grids: readonly Grid[], scale: Scale) {
	const rows = new Map<string, { blobs: Blob[]; grid: Grid }>();
	const others: Blob[] = [];
	for (const blob of blobs) {
		const { x, y } = centreOf(blob);
		const i = grids.findIndex((grid) => grid.rows * grid.columns > 1 && cellAt(grid, x, y));
		if (i < 0) {
			others.push(blob);
			continue;
		}
		const { row } = cellAt(grids[i], x, y)!;
		const line = rows.get(`${i} ${row}`) ?? { blobs: [], grid: grids[i] };
		rows.set(`${i} ${row}`, line);
		line.blobs.push(blob);
	}
	return {
		others,
		rows: [...rows.values()].flatMap(({ blobs, grid }) => {
			const lines = rowHeight(grid) < ROW_OF_LINES * scale.height ? [blobs] : linesAmong(blobs, scale);
			return lines.map((blobs) => ({
				blobs,
				walls: { at: wallsAt(grid, levelOf(blobs)), isComb: isComb(grid), isBeside: false },
			}));
		}),
	};
}

/** Where most of a blob's ink is. */
export function centreOf({ runs, area }: Blob): { x: number; y: number } {
	let [x, y] = [0, 0];
	for (const [row, from, to] of runs) {
		x += ((from + to - 1) / 2) * (to - from);
		y += row * (to - from);
	}
	return { x: x / area, y: y / area };
}

/** All ink as one blob, but for specks beside the largest one; null where there is none. */
export function mainBlob(blobs: readonly Blob[]): Blob | null {
	const size = ({ box }: Blob) => Math.max(box.width, box.height);
	const least = MAIN_PART * Math.max(0, ...blobs.map(size));
	const kept = blobs.filter((blob) => size(blob) >= least);
	return kept.length === 0 ? null : blobOf(kept.flatMap((blob) => blob.runs));
}

/** So many specks to every blob of the writing, no higher than this share of it, are the grain of the paper. */
const GRAIN = 8;
const HIGHEST_GRAIN = 0.3;
/** Writing is at least so many blobs of about one height. */
const LEAST_WRITING = 3;

/**
 * The blobs without dotted rules, dust and grain where these outnumber the writing: the height that half of all ink
 * reaches is that of the writing, if several blobs have about that height and most have nearly none.
 */
function withoutGrain(blobs: readonly Blob[]): readonly Blob[] {
	const largest = [...blobs].sort((a, b) => b.box.height - a.box.height);
	const half = blobs.reduce((sum, { area }) => sum + area, 0) / 2;
	let height = 0;
	for (let i = 0, sum = 0; i < largest.length && sum < half; sum += largest[i++].area)
		height = largest[i].box.height;
	const writing = blobs.filter(({ box }) => box.height >= 0.6 * height && box.height <= 1.7 * height);
	const grain = blobs.filter(({ box }) => Math.max(box.width, box.height) <= HIGHEST_GRAIN * height);
	if (writing.length < LEAST_WRITING || grain.length < GRAIN * writing.length) return blobs;
	const specks = new Set(grain);
	return blobs.filter((blob) => !specks.has(blob));
}

/** What is so many times as wide as high is a line, however much ink it has. */
const LINE = 6;

/** The median height of blobs but for lines, each counted by its ink, and the stroke width most of the ink has. */
function scaleOf(blobs: readonly Blob[]): Scale {
	const others = blobs.filter(({ box }) => box.width < LINE * box.height);
	const sorted = (others.length > 0 ? others : [...blobs]).sort((a, b) => a.box.height - b.box.height);
	const half = sorted.reduce((sum, blob) => sum + Math.sqrt(blob.area), 0) / 2;
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
