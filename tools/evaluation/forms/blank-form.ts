import type { Random } from "../../random.ts";

type Point = readonly [x: number, y: number];

/** A line of a form, in heights of a cell; `weight` times as thick as the thin ones. */
export interface FormRule {
	readonly from: Point;
	readonly to: Point;
	readonly weight: number;
	readonly isDotted?: boolean;
}

/** A printed word, its left edge and the middle of its height. */
export interface FormWord {
	readonly text: string;
	readonly left: number;
	readonly middle: number;
	readonly height: number;
}

/** Where a number is written: a cell is 1 high. */
export type FormCell = readonly [left: number, top: number, width: number];

/** A form before anything is written on it, in heights of a cell. */
export interface BlankForm {
	readonly width: number;
	readonly height: number;
	readonly rules: readonly FormRule[];
	readonly words?: readonly FormWord[];
	/** Rows from the top. */
	readonly rows: readonly (readonly FormCell[])[];
	/** Share of the cells in which something is written. */
	readonly filled: number;
	/** Digits in a cell that is filled. */
	readonly digits: readonly [least: number, most: number];
	/** Whether its cells are rows and columns of a table, rather than the places of a number. */
	readonly isTable?: true;
	/** How high digits are, where they do not heed the cells, and how far apart, as a share of that. */
	readonly free?: { readonly height: readonly [number, number]; readonly pitch: readonly [number, number] };
	/** Share of the digits that are printed, and of the empty cells in which a small note stands. */
	readonly printed?: number;
	readonly notes?: number;
}

export const across = (y: number, from: number, to: number, weight = 1): FormRule => ({
	from: [from, y],
	to: [to, y],
	weight,
});
export const down = (x: number, from: number, to: number, weight = 1): FormRule => ({
	from: [x, from],
	to: [x, to],
	weight,
});
export const box = (width: number, height: number, weight = 1): FormRule[] => [
	across(0, 0, width, weight),
	across(height, 0, width, weight),
	down(0, 0, height, weight),
	down(width, 0, height, weight),
];
export const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
export const whole = (random: Random, least: number, most: number) =>
	least + Math.floor((most - least + 1) * random());

/** A digit a cell. */
export const ONE_DIGIT = { filled: 1, digits: [1, 1] } as const;
/** What is printed beside numbers. */
export const WORDS = ["Total", "Room", "Page", "Name", "Marks", "Class", "Date", "ID no", "Phone", "Year"];

/** Rows and columns; every `thickEach`th line is thick, the outer ones too. */
export function grid(
	rows: number,
	widths: readonly number[],
	thickEach = Number.POSITIVE_INFINITY,
	thick = 1,
) {
	const xs = [0];
	for (const width of widths) xs.push(xs[xs.length - 1] + width);
	const width = xs[xs.length - 1];
	const weight = (i: number, last: number) => (i === last || i % thickEach === 0 ? thick : 1);
	return {
		width,
		height: rows,
		rules: [
			...upTo(rows + 1).map((i) => across(i, 0, width, weight(i, rows))),
			...xs.map((x, i) => down(x, 0, rows, weight(i, widths.length))),
		],
		rows: upTo(rows).map((row) => widths.map((width, i): FormCell => [xs[i], row, width])),
	};
}

export const squaresOf = (count: number) => upTo(count).map(() => 1);
