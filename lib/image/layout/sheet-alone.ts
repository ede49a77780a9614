import type { Box, Size } from "../../geometry.ts";
import type { Pixels } from "../pixels.ts";
import { type CellArea, neighbours, shrunk } from "./cell-area.ts";
import { clearEdge } from "./clear-edge.ts";
import { projectionInto, sizeOf } from "./quadrilateral.ts";
import type { Sheet } from "./sheet.ts";

/** How bright paper is where it is evenly lit; dark paper with light writing, which would be no lighter than that. */
const EVEN_PAPER = 230;
const EVEN_DARK_PAPER = 60;
/** Of dark paper, darker than this, what differs by a third is writing, and half as much more of it light. */
const DARK = 140;
const WRITTEN = 1 / 3;
const MORE = 1.5;
/** Rows and columns of pixels of a cell of which one is looked at. */
const STEP = 2;
/** A sheet seen flat has no more pixels than these. */
const MOST_PIXELS = 1.5e6;

/** A sheet as it is seen from above, evenly lit, with nothing beside it. */
export interface FlatSheet {
	readonly pixels: Pixels;
	/** The box in the picture around what is in this box of the sheet. */
	boxInPicture(box: Box): Box;
}

/**
 * The sheet of a picture alone: upright, as a share of its paper's colour. Its edge is left out with what lies beyond
 * it, so that it is no ink.
 */
export function sheetAlone(pixels: Pixels, { area, bare, side, papers, corners }: Sheet): FlatSheet {
	const size = sizeOf(corners);
	const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (size.width * size.height)));
	const [width, height] = [size.width, size.height].map((length) => Math.max(1, Math.round(scale * length)));
	const project = projectionInto(corners);
	const isSheet = shrunk(area).data;
	const colours = spread(papers, shrunk(bare));
	const even = hasLightWriting(
		pixels,
		{ columns: area.columns, rows: area.rows, data: isSheet },
		colours,
		side,
	)
		? EVEN_DARK_PAPER
		: EVEN_PAPER;
	const paper = new Float32Array(3);
	// What is not of the sheet stays transparent until its edge is cleared.
	const flat: Pixels = { width, height, data: new Uint8ClampedArray(4 * width * height) };
	for (let y = 0, p = 0; y < height; y++) {
		for (let x = 0; x < width; x++, p += 4) {
			const [px, py] = project((x + 0.5) / width, (y + 0.5) / height);
			if (px < 0 || py < 0 || px >= pixels.width || py >= pixels.height) continue;
			const [u, v] = [px / side, py / side];
			if (isSheet[Math.floor(v) * area.columns + Math.floor(u)] === 0) continue;
			setSample(flat.data, p, pixels.data, px - 0.5, py - 0.5, pixels);
			setSample(paper, 0, colours, u - 0.5, v - 0.5, { width: area.columns, height: area.rows });
			for (let c = 0; c < 3; c++) flat.data[p + c] = (even * flat.data[p + c]) / Math.max(1, paper[c]);
			flat.data[p + 3] = 255;
		}
	}
	clearEdge(flat, even);
	return {
		pixels: flat,
		boxInPicture: (box) => {
			const corners = [box.x, box.x + box.width].flatMap((x) =>
				[box.y, box.y + box.height].map((y) => project(x / width, y / height)),
			);
			const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
			const [left, top] = [Math.min(...xs), Math.min(...ys)];
			return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
		},
	};
}

/** Whether what is written on a sheet is lighter than it. */
function hasLightWriting(
	{ width, height, data }: Pixels,
	sheet: CellArea,
	papers: Uint8ClampedArray,
	side: number,
) {
	let [light, dark] = [0, 0];
	for (let y = 0; y < height; y += STEP) {
		for (let x = 0; x < width; x += STEP) {
			const cell = Math.floor(y / side) * sheet.columns + Math.floor(x / side);
			if (sheet.data[cell] === 0) continue;
			const paper = papers[4 * cell + 1];
			const change = data[4 * (y * width + x) + 1] - paper;
			if (paper >= DARK || Math.abs(change) < WRITTEN * paper) continue;
			if (change > 0) light++;
			else dark++;
		}
	}
	return light > MORE * dark;
}

/** Sets three channels to what colours, row by row, are between their places: linearly. */
function setSample(
	target: Uint8ClampedArray | Float32Array,
	at: number,
	colours: Uint8ClampedArray,
	x: number,
	y: number,
	{ width, height }: Size,
): void {
	const atX = Math.max(0, Math.min(width - 1, x));
	const atY = Math.max(0, Math.min(height - 1, y));
	const [left, top] = [Math.floor(atX), Math.floor(atY)];
	const [across, down] = [atX - left, atY - top];
	const p = 4 * (top * width + left);
	const q = left + 1 < width ? p + 4 : p;
	const below = top + 1 < height ? 4 * width : 0;
	for (let c = 0; c < 3; c++) {
		const upper = colours[p + c] + (colours[q + c] - colours[p + c]) * across;
		const lower = colours[p + below + c] + (colours[q + below + c] - colours[p + below + c]) * across;
		target[at + c] = upper + (lower - upper) * down;
	}
}

/** For every cell the colour of the paper in the nearest cell of the area, four channels each. */
function spread(papers: readonly Uint8Array[], { columns, rows, data }: CellArea): Uint8ClampedArray {
	const colours = new Uint8ClampedArray(4 * data.length);
	const cells: number[] = [];
	const known = data.slice();
	for (let cell = 0; cell < data.length; cell++) {
		if (data[cell] === 0) continue;
		colours.set(papers[cell], 4 * cell);
		cells.push(cell);
	}
	for (let k = 0; k < cells.length; k++) {
		for (const next of neighbours(cells[k], columns, rows)) {
			if (known[next]) continue;
			known[next] = 1;
			colours.copyWithin(4 * next, 4 * cells[k], 4 * cells[k] + 4);
			cells.push(next);
		}
	}
	return colours;
}
