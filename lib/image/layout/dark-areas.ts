import { median } from "../../median.ts";
import { histogramOf, otsuThreshold } from "../otsu-threshold.ts";
import type { Plane } from "../pixels.ts";
import { type CellArea, countOf, grown, intersection, largestAreas, shrunk } from "./cell-area.ts";
import { squareness } from "./outline.ts";

/** A darker area of a picture with straight sides, in cells. */
export interface DarkArea {
	/** With what is written on it. */
	readonly area: CellArea;
	/** Pixels along each side of a cell. */
	readonly side: number;
	/** The brightness of every cell of the picture. */
	readonly levels: Uint8Array;
	/** What parts its ground from what is around it. */
	readonly threshold: number;
}

/** Cells along the longer side: a bar with one line of writing is a few cells high. */
const CELLS = 128;
/** In smaller pictures, in pixels, strokes and their blur are as wide as cells, and in narrower ones, in cells. */
const SMALLEST_PICTURE = 240;
const LEAST_CELLS = 8;
/** An area covers at least this share of the picture. */
const SMALLEST = 0.02;
/** So many of the largest areas below each threshold are looked at. */
const CANDIDATES = 6;
/** So many of the largest parts of what is beside it are looked at; smaller ones are writing. */
const PARTS = 12;
/** What is written on an area covers less than this share of it; what covers more is a ground of its own. */
const MOST_WRITING = 0.3;
/** So much of the quadrilateral around it an area covers; digits, however fat, are rounder or cover less. */
const STRAIGHT = 0.86;
/** Less than so many gray levels are shades. */
const LEAST_STEP = 40;
/** At least this share of an area has no edge beside it: strokes of a pen are thinner. */
const CORE = 0.3;
/** Of a frame, up to so many cells thick, less than this share is left without half of that at its edges. */
const THICKEST_FRAME = 10;
const CORE_OF_FRAME = 0.25;
/** Within two cells so much of the step from the area to what is around it is made, along so much of its edge. */
const SUDDEN = 0.6;
const LEAST_EDGE = 0.75;

/** The areas of a picture that are darker than what is around them: bars, labels, panels, one of its halves. */
export function darkAreas(plane: Plane): DarkArea[] {
	const side = Math.max(2, Math.ceil(Math.max(plane.width, plane.height) / CELLS));
	const [columns, rows] = [Math.floor(plane.width / side), Math.floor(plane.height / side)];
	if (Math.max(plane.width, plane.height) < SMALLEST_PICTURE || Math.min(columns, rows) < LEAST_CELLS)
		return [];
	const levels = cellLevels(plane, side, columns, rows);
	const found: DarkArea[] = [];
	for (const threshold of thresholdsOf(levels)) {
		const dark = { columns, rows, data: levels.map((level) => (level < threshold ? 1 : 0)) };
		for (const ground of thickParts(dark, SMALLEST * columns * rows)) {
			const area = withWriting(ground, levels, threshold);
			const isKnown = found.some((other) => countOf(intersection(other.area, area)) > 0);
			if (isKnown || !hasSuddenEdge(area, levels) || isFrame(area) || !isStraight(area)) continue;
			found.push({ area, side, levels, threshold });
		}
	}
	return found;
}

/** The brightness of every cell: the mean of four of its pixels without the brightest and the darkest. */
function cellLevels({ width, data }: Plane, side: number, columns: number, rows: number): Uint8Array {
	const levels = new Uint8Array(columns * rows);
	const [first, second] = [side >> 2, (3 * side) >> 2];
	for (let row = 0, cell = 0; row < rows; row++) {
		const [upper, lower] = [(row * side + first) * width, (row * side + second) * width];
		for (let column = 0; column < columns; column++, cell++) {
			const [left, right] = [column * side + first, column * side + second];
			const [a, b, c, d] = [data[upper + left], data[upper + right], data[lower + left], data[lower + right]];
			levels[cell] = (a + b + c + d - Math.min(a, b, c, d) - Math.max(a, b, c, d)) >> 1;
		}
	}
	return levels;
}

/** What parts dark from light in a picture, and in its lighter and its darker part. */
function thresholdsOf(levels: Uint8Array): number[] {
	const counts = histogramOf(levels);
	const whole = otsuThreshold(counts);
	return [whole, otsuThreshold(counts, whole.level + 1), otsuThreshold(counts, 0, whole.level)]
		.filter(({ step, below }) => step >= LEAST_STEP && below >= SMALLEST * levels.length)
		.map(({ level }) => level + 1);
}

/**
 * The parts of an area that have at least so many cells: with what is thin about them, since writing may leave but a
 * little between itself and the edge; then without, since strokes may touch it.
 */
function thickParts(area: CellArea, least: number): CellArea[] {
	const inner = shrunk(area);
	if (countOf(inner) < least / 4) return [];
	return [
		...largestAreas(CANDIDATES, area, (cell) => area.data[cell] === 1),
		...largestAreas(CANDIDATES, area, (cell) => inner.data[cell] === 1).map((core) =>
			intersection(grown(core), area),
		),
	].filter((part) => countOf(part) >= least && countOf(intersection(part, inner)) >= CORE * countOf(part));
}

/** An area with its holes, but for those that are grounds of their own: larger ones, and labels with darker writing. */
function withWriting(ground: CellArea, levels: Uint8Array, threshold: number): CellArea {
	const most = MOST_WRITING * countOf(ground);
	return without(
		partsBeside(ground).filter(
			(part) => isAtBorder(part) || countOf(part) > most || isLabel(part, levels, threshold),
		),
		ground,
	);
}

/** The largest connected parts of what is not in an area. */
const partsBeside = (area: CellArea) => largestAreas(PARTS, area, (cell) => area.data[cell] === 0);

/** All cells of a picture but for those of some areas. */
function without(areas: readonly CellArea[], { columns, rows }: CellArea): CellArea {
	const data = new Uint8Array(columns * rows).fill(1);
	for (const area of areas)
		for (let cell = 0; cell < data.length; cell++) if (area.data[cell] === 1) data[cell] = 0;
	return { columns, rows, data };
}

/** A label on a dark area has straight sides and darker writing. */
function isLabel(hole: CellArea, levels: Uint8Array, threshold: number): boolean {
	if (countOf(hole) < SMALLEST * levels.length) return false;
	const inner = shrunk(hole);
	const isWritten = hole.data.some(
		(inside, cell) => inside === 1 && inner.data[cell] === 1 && levels[cell] < threshold,
	);
	return isWritten && squareness(hole) >= STRAIGHT;
}

/** Whether an area, with the grounds that lie on it, has straight sides. */
function isStraight(area: CellArea): boolean {
	return squareness(without(partsBeside(area).filter(isAtBorder), area)) >= STRAIGHT;
}

/** Whether an area lies around another ground and is thin: a frame, not what the other one lies on. */
function isFrame(area: CellArea): boolean {
	if (partsBeside(area).every(isAtBorder)) return false;
	let core = area;
	for (let cell = 0; cell < THICKEST_FRAME; cell += 2) core = shrunk(core);
	return countOf(core) < CORE_OF_FRAME * countOf(area);
}

function isAtBorder({ columns, rows, data }: CellArea): boolean {
	const last = columns * (rows - 1);
	for (let column = 0; column < columns; column++) if (data[column] | data[last + column]) return true;
	for (let cell = 0; cell <= last; cell += columns) if (data[cell] | data[cell + columns - 1]) return true;
	return false;
}

/** Whether most of the step from an area to what is brighter around it is made at once; a shadow's is not. */
function hasSuddenEdge({ columns, rows, data }: CellArea, levels: Uint8Array): boolean {
	const steps: number[] = [];
	let [inside, count] = [0, 0];
	for (let row = 0, cell = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++, cell++) {
			if (data[cell] === 0) continue;
			inside += levels[cell];
			count++;
			const look = (step: number, isThere: boolean, isBeyond: boolean) => {
				if (!isThere || data[cell + step] === 1) return;
				const isSeen = isBeyond && data[cell + 2 * step] === 0;
				steps.push(levels[isSeen ? cell + 2 * step : cell + step]);
			};
			look(-1, column > 0, column > 1);
			look(1, column + 1 < columns, column + 2 < columns);
			look(-columns, row > 0, row > 1);
			look(columns, row + 1 < rows, row + 2 < rows);
		}
	}
	const level = inside / count;
	const step = median(steps) - level;
	const sudden = steps.filter((beyond) => beyond - level >= SUDDEN * step).length;
	return step >= LEAST_STEP && sudden >= LEAST_EDGE * steps.length;
}
