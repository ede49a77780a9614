import { between, type Random } from "../../random.ts";
import type { BlankForm } from "./blank-form.ts";
import { ballot, comb, doubleFrame, frame, labelled, thickFrame, ticks } from "./number-forms.ts";
import { page, squaredStrip, squares } from "./ruled-paper.ts";
import { column, gradesheet, headedTable, rowOfCells, sudoku, sudokuWithNotes } from "./table-forms.ts";

/** One kind of form. */
export interface FormKind {
	readonly name: string;
	readonly blank: (random: Random) => BlankForm;
	/** Room beside the form, in cells; negative where the picture shows only a part of it. */
	readonly margin?: readonly [least: number, most: number];
	/** Pixels of a cell's height. */
	readonly cell: readonly [least: number, most: number];
}

export const FORM_KINDS: readonly FormKind[] = [
	{ name: "frame", blank: frame, cell: [45, 140] },
	{ name: "thick frame", blank: thickFrame, cell: [45, 140] },
	{ name: "double frame", blank: doubleFrame, cell: [45, 140] },
	{ name: "comb", blank: (random) => comb(random), cell: [40, 120] },
	{ name: "half comb", blank: (random) => comb(random, between(random, 0.3, 0.6)), cell: [40, 120] },
	{ name: "dotted comb", blank: (random) => comb(random, 1, { isDotted: true }), cell: [40, 120] },
	{ name: "ticks", blank: ticks, cell: [40, 120] },
	{ name: "ballot", blank: ballot, cell: [40, 120] },
	{ name: "labelled", blank: labelled, cell: [45, 120] },
	{ name: "squares", blank: squares, cell: [36, 90], margin: [-0.4, -0.4] },
	{ name: "squared strip", blank: squaredStrip, cell: [30, 80], margin: [0, 0] },
	{ name: "squared page", blank: (random) => page(random, true), cell: [24, 60], margin: [0, 0] },
	{ name: "lined page", blank: (random) => page(random, false), cell: [50, 120], margin: [0, 0] },
	{ name: "gradesheet", blank: gradesheet, cell: [30, 80] },
	{ name: "headed table", blank: headedTable, cell: [40, 80] },
	{ name: "row of cells", blank: rowOfCells, cell: [36, 90] },
	{ name: "column", blank: column, cell: [28, 80] },
	{ name: "sudoku grid", blank: sudoku, cell: [30, 90] },
	{ name: "cut sudoku", blank: sudoku, cell: [36, 80], margin: [-0.15, 0.05] },
	{ name: "notes", blank: sudokuWithNotes, cell: [50, 100] },
];
