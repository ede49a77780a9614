import type { Box, Point } from "../../geometry.ts";
import { median } from "../../median.ts";
import { histogramOf, otsuThreshold } from "../otsu-threshold.ts";
import type { Pixels } from "../pixels.ts";
import { type CellArea, countOf, filled, largestAreas, neighbours, opened, shrunk } from "./cell-area.ts";
import { hullOf, shareOf } from "./outline.ts";
import { type Quadrilateral, quadrilateralAround, rectangleAround } from "./quadrilateral.ts";

/** A sheet that lies on something else. */
export interface Sheet {
	/** The cells it covers, with what is written on it; those that are paper; how many pixels a cell has on each side. */
	readonly area: CellArea;
	readonly bare: CellArea;
	readonly side: number;
	/** The colour of the paper in every cell; beside the sheet that of what is there. */
	readonly papers: readonly Uint8Array[];
	/** Its corners, in pixels. */
	readonly corners: Quadrilateral;
	/** Whether what it lies on is as plain as paper. */
	readonly isOnPlain: boolean;
}

/** Cells along the longer side: fine enough to follow the edge of a sheet. */
const CELLS = 80;
/** Pixels along each side of a cell that are looked at. */
const SAMPLES = 4;
/** In pictures that are lower or narrower, in pixels, no scene is seen: strokes are as wide as its cells. */
const SMALLEST_PICTURE = 240;
/** Neighbouring cells of one sheet differ in no channel by more than this share of their brightness and a few levels. */
const SAME_PAPER = [0.05, 0.09] as const;
const SAME_LEVELS = 3;
/** So many of the largest areas of a kind are looked at. */
const CANDIDATES = 3;
/** What is darker than this is no sheet: nothing can be seen in it. */
const DARKEST = 24;
/** A sheet covers at least and at most these shares of the picture. */
const SMALLEST = 0.04;
const LARGEST = 0.97;
/** So much of its quadrilateral is paper at least, and so many neighbouring cells are of one paper. */
const LEAST_FILLED = 0.84;
const WELL_FILLED = 0.95;
const LEAST_SMOOTH = 0.8;
/** Beyond its edge the colour differs by so much, along this share of it at least. */
const CONTRAST = 0.08;
/** Of what lies beside it less than this share is of its colour. */
const MOST_ALIKE = 0.5;
/** There it changes in one step: this share of the change at most goes on within. */
const GRADUAL = 0.5;
const LEAST_EDGE = 0.6;
/** So many cells of the edge are seen at least, as a share of the picture's longer side. */
const LEAST_SEEN = 0.6;

/**
 * The sheet that lies in a picture; null where none is seen. A sheet is an area over which the colour changes slowly,
 * or which is all brighter than the rest: with straight sides, and another colour beyond them.
 */
export function findSheet(pixels: Pixels): Sheet | null {
	const longer = Math.max(pixels.width, pixels.height);
	if (Math.min(pixels.width, pixels.height) < SMALLEST_PICTURE) return null;
	const side = Math.ceil(longer / CELLS);
	const [columns, rows] = [Math.ceil(pixels.width / side), Math.ceil(pixels.height / side)];
	const papers = Array.from({ length: columns * rows }, (_, cell) =>
		paperColour(pixels, (cell % columns) * side, Math.floor(cell / columns) * side, side),
	);
	let best: Sheet | null = null;
	let most = 0;
	for (const area of candidatesAmong(papers, { columns, rows })) {
		const worth = sheetOf(area, papers, side);
		if (worth && worth.score > most) {
			best = worth.sheet;
			most = worth.score;
		}
	}
	return best;
}

/** The largest areas of one paper, and of what is brighter than most. */
function* candidatesAmong(papers: readonly Uint8Array[], size: Pick<CellArea, "columns" | "rows">) {
	for (const tolerance of SAME_PAPER)
		yield* largestAreas(
			CANDIDATES,
			size,
			() => true,
			(a, b) => isSamePaper(papers[a], papers[b], tolerance),
		);
	const levels = papers.map(levelOf);
	const threshold = otsuThreshold(histogramOf(levels)).level;
	yield* largestAreas(CANDIDATES, size, (cell) => levels[cell] > threshold);
}

/** A sheet in the same picture so many times as large. */
export const enlargedSheet = (sheet: Sheet, by: number): Sheet => ({
	...sheet,
	side: by * sheet.side,
	corners: sheet.corners.map(([x, y]) => [by * x, by * y]) as unknown as Quadrilateral,
});

/** Whether the middle of a box lies on a sheet. */
export function covers({ area, side }: Sheet, { x, y, width, height }: Box): boolean {
	const cell = Math.floor((y + height / 2) / side) * area.columns + Math.floor((x + width / 2) / side);
	return area.data[cell] === 1;
}

function sheetOf(candidate: CellArea, papers: readonly Uint8Array[], side: number) {
	const { columns, rows } = candidate;
	const cells = columns * rows;
	const bare = opened(candidate);
	const area = filled(bare);
	const count = countOf(area);
	if (count < SMALLEST * cells || count > LARGEST * cells) return null;
	const levels = papers.filter((_, cell) => bare.data[cell] === 1).map(levelOf);
	const level = levels.reduce((sum, one) => sum + one, 0) / levels.length;
	// What parts an area from the edge of the picture may be a stroke.
	const rest = { ...area, data: area.data.map((inside) => 1 - inside) };
	if (countOf(shrunk(shrunk(rest))) === 0) return null;
	if (isFramed(bare, rest, papers)) return null;
	const hull = hullOf(area);
	const around = quadrilateralAround(hull);
	if (level < DARKEST || !around) return null;
	const share = shareOf(area, around);
	// Where a corner is hidden, only the direction is known.
	const corners = share >= WELL_FILLED ? around : rectangleAround(hull);
	if (share < LEAST_FILLED || smoothness(area, papers, 1) < LEAST_SMOOTH) return null;
	const { seen, different } = edgeOf(area, papers);
	if (seen < LEAST_SEEN * Math.max(columns, rows) || different < LEAST_EDGE * seen) return null;
	const sheet: Sheet = {
		area,
		bare,
		side,
		papers,
		corners: corners.map(([x, y]) => [x * side, y * side]) as unknown as Quadrilateral,
		isOnPlain: smoothness(area, papers, 0) >= LEAST_SMOOTH,
	};
	const [x, y] = centreOf(area);
	const offCentre = Math.hypot(x / columns - 0.5, y / rows - 0.5);
	const score = share * (different / seen) * (countOf(bare) / count) * (0.5 + level / 510) * (1 - offCentre);
	return { sheet, score };
}

/** The middle of an area, in cells. */
function centreOf(area: CellArea): Point {
	let [x, y] = [0, 0];
	area.data.forEach((inside, cell) => {
		x += inside * ((cell % area.columns) + 0.5);
		y += inside * (Math.floor(cell / area.columns) + 0.5);
	});
	const count = countOf(area);
	return [x / count, y / count];
}

/** Whether most of what lies beside an area is the same paper: then a frame parts them, and no sheet ends there. */
function isFramed(bare: CellArea, rest: CellArea, papers: readonly Uint8Array[]): boolean {
	const inside = papers.filter((_, cell) => bare.data[cell] === 1);
	const paper = Uint8Array.from([0, 1, 2], (channel) => median(inside.map((colour) => colour[channel])));
	const beside = papers.filter((_, cell) => rest.data[cell] === 1);
	const same = beside.filter((colour) => isSamePaper(colour, paper, CONTRAST)).length;
	return same >= MOST_ALIKE * beside.length;
}

/** Of how many neighbouring cells of an area, or of what is not in it, both are of one paper: a share. */
function smoothness({ columns, rows, data }: CellArea, papers: readonly Uint8Array[], inside: 0 | 1): number {
	let [all, same] = [0, 0];
	for (let cell = 0; cell < data.length; cell++) {
		if (data[cell] !== inside) continue;
		for (const next of neighbours(cell, columns, rows)) {
			if (next < cell || data[next] !== inside) continue;
			all++;
			if (isSamePaper(papers[cell], papers[next], SAME_PAPER[1])) same++;
		}
	}
	return same / Math.max(1, all);
}

/** How many cells are at an area's edge within the picture, and at how many of them another colour begins. */
function edgeOf({ columns, rows, data }: CellArea, papers: readonly Uint8Array[]) {
	let [seen, different] = [0, 0];
	const at = (x: number, y: number) => (x < 0 || y < 0 || x >= columns || y >= rows ? -1 : y * columns + x);
	for (let cell = 0; cell < data.length; cell++) {
		if (data[cell] === 0) continue;
		const [x, y] = [cell % columns, Math.floor(cell / columns)];
		for (const [dx, dy] of [
			[1, 0],
			[-1, 0],
			[0, 1],
			[0, -1],
		]) {
			const beside = at(x + dx, y + dy);
			if (beside < 0 || data[beside] === 1) continue;
			seen++;
			const beyond = at(x + 2 * dx, y + 2 * dy);
			const within = papers[Math.max(at(x - dx, y - dy), 0)];
			const inner = papers[Math.max(at(x - 3 * dx, y - 3 * dy), 0)];
			const outer = papers[beyond < 0 || data[beyond] === 1 ? beside : beyond];
			const step = differenceOf(within, outer);
			if (!isSamePaper(within, outer, CONTRAST) && differenceOf(inner, within) <= GRADUAL * step) different++;
		}
	}
	return { seen, different };
}

const levelOf = (colour: Uint8Array) => (3 * colour[0] + 6 * colour[1] + colour[2]) / 10;

/** The colour than which a quarter of a cell's pixels are brighter: paper, where ink covers less than the rest. */
function paperColour({ width, height, data }: Pixels, left: number, top: number, side: number): Uint8Array {
	const places: number[] = [];
	const step = Math.max(1, Math.floor(side / SAMPLES));
	for (let y = top; y < Math.min(height, top + side); y += step)
		for (let x = left; x < Math.min(width, left + side); x += step) places.push(4 * (y * width + x));
	const level = (p: number) => 3 * data[p] + 6 * data[p + 1] + data[p + 2];
	places.sort((a, b) => level(a) - level(b));
	const p = places[Math.floor(0.75 * (places.length - 1))];
	return data.subarray(p, p + 4) as unknown as Uint8Array;
}

/** Whether two cells may be the same paper: about as bright, and about of the same colour. */
function isSamePaper(a: Uint8Array, b: Uint8Array, tolerance: number): boolean {
	const most = tolerance * Math.max(a[1], b[1]) + SAME_LEVELS;
	return Math.abs(a[0] - b[0]) <= most && Math.abs(a[1] - b[1]) <= most && Math.abs(a[2] - b[2]) <= most;
}

const differenceOf = (a: Uint8Array, b: Uint8Array) =>
	Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));
