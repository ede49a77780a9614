import type { Plane } from "../pixels.ts";
import { type CellArea, countOf, grown, shrunk } from "./cell-area.ts";
import type { DarkArea } from "./dark-areas.ts";
import { type Ground, groundThrough, type Lit, levelAt } from "./ground.ts";

/** A dark area on which light writing stands. */
export interface LightWriting extends DarkArea {
	/** What it is written on, and the paper around the area. */
	readonly ground: Ground;
	readonly paper: Ground;
}

/** Writing is lighter than its ground by this share of the step to the paper around the area. */
const LIGHTER = 0.4;
/** It covers at least and at most these shares of the area, and so many times what is darker than the ground. */
const LEAST = 0.004;
const MOST = 0.35;
const MORE = 3;
/** About so many pixels are looked at. */
const SAMPLES = 200_000;

/** A dark area as one with light writing; null where it has none: shadows, desks, fat strokes. */
export function lightWritingOn(plane: Plane, dark: DarkArea): LightWriting | null {
	const { area, side, levels, threshold } = dark;
	const inner = withoutEdge(area);
	const placesOf = (cells: CellArea, isPaper: boolean) =>
		cellsOf(cells)
			.filter((cell) => levels[cell] >= threshold === isPaper)
			.map(
				(cell): Lit => [
					((cell % area.columns) + 0.5) * side,
					(Math.floor(cell / area.columns) + 0.5) * side,
					levels[cell],
				],
			);
	const ground = groundThrough(placesOf(inner, false));
	const paper = groundThrough(placesOf(beside(area), true));
	const cells = cellsOf(inner);
	const step = Math.max(1, Math.round(Math.sqrt((cells.length * side * side) / SAMPLES)));
	const { width, data } = plane;
	let [count, light, deep] = [0, 0, 0];
	for (const cell of cells) {
		const [left, top] = [(cell % area.columns) * side, Math.floor(cell / area.columns) * side];
		for (let y = top; y < top + side; y += step) {
			for (let x = left; x < left + side; x += step) {
				const level = levelAt(ground, x, y);
				const contrast = LIGHTER * (levelAt(paper, x, y) - level);
				const difference = data[y * width + x] - level;
				count++;
				if (difference > contrast) light++;
				if (difference < -contrast) deep++;
			}
		}
	}
	const isWritten = light >= LEAST * count && light <= MOST * count && light >= MORE * deep;
	return isWritten ? { ...dark, ground, paper } : null;
}

const cellsOf = ({ data }: CellArea): number[] => [...data.keys()].filter((cell) => data[cell] === 1);

/** An area without what is blurred at its edge; less of one that is hardly thicker. */
function withoutEdge(area: CellArea): CellArea {
	const inner = shrunk(area);
	const core = shrunk(inner);
	return countOf(core) >= countOf(area) / 2 ? core : inner;
}

/** Paper is looked for up to so many cells away from an area. */
const NEAR = 10;

/** What lies around an area, but for the cells at its edge. */
function beside(area: CellArea): CellArea {
	const { columns, data } = area;
	const edge = grown(area);
	const cells = cellsOf(area);
	const [xs, ys] = [cells.map((cell) => cell % columns), cells.map((cell) => Math.floor(cell / columns))];
	const [left, right] = [minOf(xs) - NEAR, maxOf(xs) + NEAR];
	const [top, bottom] = [minOf(ys) - NEAR, maxOf(ys) + NEAR];
	const around = data.map((_, cell) => {
		const [x, y] = [cell % columns, Math.floor(cell / columns)];
		return x >= left && x <= right && y >= top && y <= bottom && edge.data[cell] === 0 ? 1 : 0;
	});
	return { ...area, data: around };
}

const minOf = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
const maxOf = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
