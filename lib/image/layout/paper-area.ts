import type { Pixels } from "../pixels.ts";

/** Cells along the longer side: fine enough to follow the edge of a sheet. */
const CELLS = 96;
/** Pixels along each side of a cell that are looked at. */
const SAMPLES = 6;
/** Neighbouring cells of one sheet differ in no channel by more than this share of their brightness and a few levels. */
const SAME_PAPER = 0.06;
const SAME_LEVELS = 3;
/** A sheet covers at least and at most these shares of the picture. */
const SMALLEST = 0.12;
const LARGEST = 0.92;
/** How bright paper is where it is evenly lit. */
const EVEN_PAPER = 230;
/** It is a sheet if it fills this share of the box around it: nearly convex. */
const LEAST_FILLED = 0.55;

/**
 * The picture of a sheet that lies on something else, evenly lit, with nothing beside it; null where no sheet is seen.
 * A sheet is an area over which the colour of the paper changes slowly; its edge is left out with what lies beyond
 * it, so that it is no ink.
 */
export function sheetAlone(pixels: Pixels): Pixels | null {
	const side = Math.max(4, Math.ceil(Math.max(pixels.width, pixels.height) / CELLS));
	const columns = Math.ceil(pixels.width / side);
	const rows = Math.ceil(pixels.height / side);
	const papers = Array.from({ length: columns * rows }, (_, cell) =>
		paperColour(pixels, (cell % columns) * side, Math.floor(cell / columns) * side, side),
	);
	const area = largestArea(papers, columns, rows);
	if (!area) return null;
	const sheet = shrunk(filled(area, columns, rows), columns, rows);
	return evenlyLit(pixels, sheet, spread(papers, shrunk(area, columns, rows), columns, rows), side);
}

/** Every pixel of a sheet as a share of its paper, whose colour every cell has; the rest is paper. */
function evenlyLit(pixels: Pixels, sheet: Uint8Array, papers: readonly Uint8Array[], side: number): Pixels {
	const { width, height } = pixels;
	const columns = Math.ceil(width / side);
	const rows = papers.length / columns;
	const data = new Uint8ClampedArray(pixels.data.length).fill(EVEN_PAPER);
	for (let y = 0; y < height; y++) {
		const v = Math.max(0, Math.min(rows - 1.001, (y + 0.5) / side - 0.5));
		const above = Math.floor(v) * columns;
		const below = Math.min(rows - 1, Math.floor(v) + 1) * columns;
		for (let x = 0, p = 4 * y * width; x < width; x++, p += 4) {
			data[p + 3] = 255;
			if (sheet[Math.floor(y / side) * columns + Math.floor(x / side)] === 0) continue;
			const u = Math.max(0, Math.min(columns - 1.001, (x + 0.5) / side - 0.5));
			const left = Math.floor(u);
			const right = Math.min(columns - 1, left + 1);
			const [toRight, down] = [u - left, v - Math.floor(v)];
			for (let channel = 0; channel < 3; channel++) {
				const upper =
					papers[above + left][channel] * (1 - toRight) + papers[above + right][channel] * toRight;
				const lower =
					papers[below + left][channel] * (1 - toRight) + papers[below + right][channel] * toRight;
				const paper = upper * (1 - down) + lower * down;
				data[p + channel] = (EVEN_PAPER * pixels.data[p + channel]) / Math.max(1, paper);
			}
		}
	}
	return { width, height, data };
}

/** The colour than which a quarter of a cell's pixels are brighter: paper, where ink covers less than the rest. */
function paperColour({ width, height, data }: Pixels, left: number, top: number, side: number): Uint8Array {
	const places: number[] = [];
	const step = Math.max(1, Math.floor(side / SAMPLES));
	for (let y = top; y < Math.min(height, top + side); y += step)
		for (let x = left; x < Math.min(width, left + side); x += step) places.push(4 * (y * width + x));
	const level = (p: number) => 3 * data[p] + 6 * data[p + 1] + data[p + 2];
	places.sort((a, b) => level(a) - level(b));
	const p = places[Math.floor(0.75 * (places.length - 1))];
	return Uint8Array.from(data.subarray(p, p + 4));
}

/** Whether two neighbouring cells are the same paper: as bright, and of the same colour. */
function isSamePaper(a: Uint8Array, b: Uint8Array): boolean {
	const most = SAME_PAPER * Math.max(a[1], b[1]) + SAME_LEVELS;
	return [0, 1, 2].every((channel) => Math.abs(a[channel] - b[channel]) <= most);
}

/** The largest area of cells that change slowly, 1 in it; null where it is no sheet. */
function largestArea(papers: readonly Uint8Array[], columns: number, rows: number): Uint8Array | null {
	const areaOf = new Int32Array(papers.length).fill(-1);
	let best: number[] = [];
	for (let first = 0; first < papers.length; first++) {
		if (areaOf[first] >= 0) continue;
		const cells = [first];
		areaOf[first] = first;
		for (let k = 0; k < cells.length; k++) {
			for (const next of neighbours(cells[k], columns, rows)) {
				if (areaOf[next] >= 0 || !isSamePaper(papers[cells[k]], papers[next])) continue;
				areaOf[next] = first;
				cells.push(next);
			}
		}
		if (cells.length > best.length) best = cells;
	}
	const share = best.length / papers.length;
	const xs = best.map((cell) => cell % columns);
	const ys = best.map((cell) => Math.floor(cell / columns));
	const box = (Math.max(...xs) - Math.min(...xs) + 1) * (Math.max(...ys) - Math.min(...ys) + 1);
	if (share < SMALLEST || share > LARGEST || best.length < LEAST_FILLED * box) return null;
	const area = new Uint8Array(papers.length);
	for (const cell of best) area[cell] = 1;
	return area;
}

/** An area with its holes: what has it on both sides, in its row and in its column, is writing on it. */
function filled(area: Uint8Array, columns: number, rows: number): Uint8Array {
	const isBetween = (cell: number, step: number, before: number, after: number) => {
		const has = (count: number, sign: number) => {
			for (let k = 1; k <= count; k++) if (area[cell + sign * k * step]) return true;
			return false;
		};
		return has(before, -1) && has(after, 1);
	};
	return area.map((inside, cell) => {
		const [x, y] = [cell % columns, Math.floor(cell / columns)];
		return inside || (isBetween(cell, 1, x, columns - 1 - x) && isBetween(cell, columns, y, rows - 1 - y))
			? 1
			: 0;
	});
}

/** An area without the cells at its edge; at the edge of the picture it has none. */
function shrunk(area: Uint8Array, columns: number, rows: number): Uint8Array {
	return area.map((inside, cell) =>
		inside && neighbours(cell, columns, rows).every((next) => area[next] === 1) ? 1 : 0,
	);
}

/** For every cell the colour of the paper in the nearest cell of the area. */
function spread(
	papers: readonly Uint8Array[],
	area: Uint8Array,
	columns: number,
	rows: number,
): Uint8Array[] {
	const colours = new Array<Uint8Array>(area.length);
	const cells: number[] = [];
	for (let cell = 0; cell < area.length; cell++) {
		if (area[cell] === 0) continue;
		colours[cell] = papers[cell];
		cells.push(cell);
	}
	for (let k = 0; k < cells.length; k++) {
		for (const next of neighbours(cells[k], columns, rows)) {
			if (colours[next]) continue;
			colours[next] = colours[cells[k]];
			cells.push(next);
		}
	}
	return colours;
}

function neighbours(cell: number, columns: number, rows: number): number[] {
	const [x, y] = [cell % columns, Math.floor(cell / columns)];
	const found: number[] = [];
	if (x > 0) found.push(cell - 1);
	if (x + 1 < columns) found.push(cell + 1);
	if (y > 0) found.push(cell - columns);
	if (y + 1 < rows) found.push(cell + columns);
	return found;
}
