import { bottom } from "../../geometry.ts";
import { type Blob, blobOf, type Run } from "../components.ts";
import { type Grid, lineAt, rowHeight } from "./grid.ts";

/** What reaches into another row by less than so many heights of a digit is an overhang, and no part of its own. */
const OVERHANG = 0.45;
/** Rows lower than so many heights of a digit are written over. */
const LOWEST_ROW = 0.8;

/**
 * A blob in parts that each stand in one row of a grid, cut where the level between them is: digits of a table that
 * touch those above and below them. One that only reaches over a level stays whole.
 *
 * @param height of a digit
 */
export function rowParts(blob: Blob, grid: Grid, height: number): Blob[] {
	if (blob.box.height < (1 + OVERHANG) * height || rowHeight(grid) < LOWEST_ROW * height) return [blob];
	const rows = new Map<number, Run[]>();
	for (const run of blob.runs) {
		const [y, from, to] = run;
		const row = grid.levels.filter((line) => lineAt(line, (from + to) / 2) < y).length;
		rows.set(row, [...(rows.get(row) ?? []), run]);
	}
	const parts = [...rows].sort(([a], [b]) => a - b).map(([, runs]) => blobOf(runs));
	const least = OVERHANG * height;
	const tall = parts.filter(({ box }) => box.height >= least);
	if (tall.length < 2) return [blob];
	// What is no part of its own belongs to the part that is nearer.
	const runs = tall.map((part) => [...part.runs]);
	for (const part of parts) {
		if (part.box.height >= least) continue;
		const away = tall.map(({ box }) => Math.max(part.box.y - bottom(box), box.y - bottom(part.box)));
		runs[away.indexOf(Math.min(...away))].push(...part.runs);
	}
	return runs.map((some) => blobOf(some.sort(([a, left], [b, right]) => a - b || left - right)));
}
