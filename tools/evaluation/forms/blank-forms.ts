import { between, pick, type Random } from "../../random.ts";

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

const across = (y: number, from: number, to: number, weight = 1): FormRule => ({
	from: [from, y],
	to: [to, y],
	weight,
});
const down = (x: number, from: number, to: number, weight = 1): FormRule => ({
	from: [x, from],
	to: [x, to],
	weight,
});
const box = (width: number, height: number, weight = 1): FormRule[] => [
	across(0, 0, width, weight),
	across(height, 0, width, weight),
	down(0, 0, height, weight),
	down(width, 0, height, weight),
];
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
const whole = (random: Random, least: number, most: number) =>
	least + Math.floor((most - least + 1) * random());

const ONE_DIGIT = { filled: 1, digits: [1, 1] } as const;
const WORDS = ["Total", "Room", "Page", "Name", "Marks", "Class", "Date", "ID no", "Phone", "Year"];

function frame(random: Random): BlankForm {
	const most = whole(random, 2, 6);
	const width = 0.75 * most + 0.6;
	return { width, height: 1, rules: box(width, 1), rows: [[[0, 0, width]]], filled: 1, digits: [2, most] };
}

/** A frame whose lines are as thick as strokes or thicker, as forms that were scanned have them. */
function thickFrame(random: Random): BlankForm {
	const form = frame(random);
	const weight = between(random, 2, 5);
	return { ...form, rules: box(form.width, 1, weight) };
}

function doubleFrame(random: Random): BlankForm {
	const form = frame(random);
	const gap = between(random, 0.06, 0.14);
	const outer = box(form.width + 2 * gap, 1 + 2 * gap).map(({ from, to, weight }) => ({
		from: [from[0] - gap, from[1] - gap] as const,
		to: [to[0] - gap, to[1] - gap] as const,
		weight,
	}));
	return { ...form, rules: [...form.rules, ...outer] };
}

/** Boxes side by side for a digit each; their walls go up from the bottom by `share` of the height. */
function comb(random: Random, share = 1, look: Partial<FormRule> = {}): BlankForm {
	const count = whole(random, 4, 10);
	const step = between(random, 0.65, 1);
	const walls = upTo(count - 1).map((i) => ({ ...down((i + 1) * step, 1 - share, 1), ...look }));
	return {
		width: count * step,
		height: 1,
		rules: [...box(count * step, 1), ...walls],
		rows: [upTo(count).map((i) => [i * step, 0, step])],
		...ONE_DIGIT,
	};
}

/** A line to write on, with ticks between the digits. */
function ticks(random: Random): BlankForm {
	const form = comb(random, between(random, 0.3, 0.5));
	const [, bottom, left, right, ...walls] = form.rules;
	const ends = [left, right].map((rule) => ({ ...rule, from: [rule.from[0], walls[0].from[1]] as const }));
	return { ...form, rules: [bottom, ...ends, ...walls] };
}

function ballot(random: Random): BlankForm {
	const count = whole(random, 3, 7);
	const step = 1 + between(random, 0.15, 0.5);
	const rules = upTo(count).flatMap((i) =>
		box(1, 1).map(({ from, to, weight }) => ({
			from: [from[0] + i * step, from[1]] as const,
			to: [to[0] + i * step, to[1]] as const,
			weight,
		})),
	);
	const rows = [upTo(count).map((i) => [i * step, 0, 1] as const)];
	return { width: (count - 1) * step + 1, height: 1, rules, rows, ...ONE_DIGIT };
}

/** A frame or a comb with a printed word to its left or above it. */
function labelled(random: Random): BlankForm {
	const form = random() < 0.5 ? frame(random) : comb(random);
	const text = pick(random, WORDS);
	const height = between(random, 0.3, 0.6);
	if (random() < 0.4) {
		const [first, ...rest] = [{ text, left: 0, middle: height / 2, height }];
		return moved({ ...form, words: [first, ...rest] }, 0, height + between(random, 0.15, 0.4));
	}
	const room = 0.75 * height * text.length + between(random, 0.2, 1);
	return moved({ ...form, words: [{ text, left: 0, middle: 0.5, height }] }, room, 0);
}

/** A form with its rules and cells, but not its words, further to the right and down. */
function moved(form: BlankForm, x: number, y: number): BlankForm {
	return {
		...form,
		width: form.width + x,
		height: form.height + y,
		rules: form.rules.map((rule) => ({
			...rule,
			from: [rule.from[0] + x, rule.from[1] + y],
			to: [rule.to[0] + x, rule.to[1] + y],
		})),
		rows: form.rows.map((row) => row.map(([left, top, width]) => [left + x, top + y, width])),
	};
}

/** Rows and columns; every `thickEach`th line is thick, the outer ones too. */
function grid(rows: number, widths: readonly number[], thickEach = Number.POSITIVE_INFINITY, thick = 1) {
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

const squaresOf = (count: number) => upTo(count).map(() => 1);

function sudoku(random: Random): BlankForm {
	const thick = pick(random, [1, 1.6, 2.5, 4]);
	return {
		...grid(9, squaresOf(9), 3, thick),
		filled: between(random, 0.3, 1),
		digits: [1, 1],
		isTable: true,
		printed: between(random, 0, 0.6),
	};
}

/** A sudoku with small notes in the corners of its empty cells. */
const sudokuWithNotes = (random: Random): BlankForm => ({
	...sudoku(random),
	filled: between(random, 0.3, 0.7),
	notes: 0.4,
});

const columnWidths = (random: Random, count: number) => upTo(count).map(() => between(random, 1.8, 3));

function gradesheet(random: Random): BlankForm {
	const rows = whole(random, 3, 8);
	const columns = columnWidths(random, whole(random, 2, 5));
	return { ...grid(rows, columns), filled: 0.85, digits: [1, 2], isTable: true };
}

/** A table whose first row is words, and now and then its first column too. */
function headedTable(random: Random): BlankForm {
	const form = gradesheet(random);
	const [header, ...rows] = form.rows;
	const hasNames = random() < 0.4 && header.length > 2;
	const height = between(random, 0.3, 0.5);
	const wordIn = ([left, top, width]: FormCell) => {
		const text = pick(random, WORDS).slice(0, Math.floor((width - 0.3) / (0.75 * height)));
		return { text, left: left + 0.15, middle: top + 0.5, height };
	};
	const named = hasNames ? rows.map(([first]) => first) : [];
	return {
		...form,
		words: [...header, ...named].map(wordIn),
		rows: [[], ...rows.map((row) => (hasNames ? row.slice(1) : row))],
		digits: [1, 3],
	};
}

function rowOfCells(random: Random): BlankForm {
	const columns = columnWidths(random, whole(random, 3, 6));
	return { ...grid(1, columns), filled: 0.9, digits: [2, 3], isTable: true };
}

/** One column of a table, with the ends of the levels beside it. */
function column(random: Random): BlankForm {
	const rows = whole(random, 4, 12);
	const form = grid(rows, [between(random, 1.5, 2.5)]);
	const stub = between(random, 0, 0.3);
	return {
		...form,
		rules: [
			...upTo(rows + 1).map((i) => across(i, -stub, form.width + stub)),
			...form.rules.slice(rows + 1).filter(() => random() < 0.8),
		],
		filled: 1,
		digits: [1, 2],
		isTable: true,
	};
}

/** Squares that go on to the edge of the picture, a digit in each of some of one row. */
function squares(random: Random): BlankForm {
	const columns = whole(random, 6, 11);
	const first = whole(random, 1, 2);
	const { rules } = grid(5, squaresOf(columns));
	const count = columns - first - 1;
	return {
		width: columns,
		height: 5,
		rules,
		rows: [upTo(count).map((i) => [first + i, 2, 1] as const)],
		...ONE_DIGIT,
	};
}

/** A number written over the squares of paper, as a person selects it. */
function squaredStrip(random: Random): BlankForm {
	const size = between(random, 0.8, 1.8);
	const most = whole(random, 3, 7);
	const width = Math.max(3, most * size * 0.7 + between(random, 0.4, 1.2));
	const height = size + between(random, 0.2, 0.9);
	const [left, top] = [random(), random()];
	return {
		width,
		height,
		rules: [
			...upTo(Math.ceil(height) + 1).map((i) => across(i - top, -1, width + 1)),
			...upTo(Math.ceil(width) + 1).map((i) => down(i - left, -1, height + 1)),
		],
		rows: [[[0, height / 2 - 0.5, width]]],
		filled: 1,
		digits: [3, most],
		free: { height: [size, size], pitch: [0.6, 0.7] },
	};
}

/** Several numbers on a page of squares or, without uprights, of lines. */
function page(random: Random, hasUprights: boolean): BlankForm {
	const every = hasUprights ? whole(random, 2, 3) : 1;
	const count = whole(random, 2, 5);
	const [width, height] = [between(random, 6, 10), count * every + 1];
	const uprights = hasUprights
		? upTo(Math.ceil(width)).map((i) => down(i + 0.4, -1, height + 1))
		: random() < 0.4
			? [down(0.8, -1, height + 1)]
			: [];
	const size = hasUprights ? between(random, 0.7, 1.7) : between(random, 0.5, 0.85);
	return {
		width,
		height,
		rules: [...upTo(Math.ceil(height) + 1).map((i) => across(i, -1, width + 1)), ...uprights],
		rows: upTo(count).map((i) => [[1.2 + random(), i * every + 0.5 + between(random, -0.2, 0.2), 0]]),
		filled: 1,
		digits: [1, 4],
		free: { height: [0.9 * size, 1.1 * size], pitch: [0.65, 0.9] },
	};
}

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
