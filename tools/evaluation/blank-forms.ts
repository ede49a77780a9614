import { between, pick, type Random } from "../random.ts";

type Point = readonly [x: number, y: number];

/** A line of a form, in heights of a cell; `weight` times as thick as the thin ones. */
export interface FormRule {
	readonly from: Point;
	readonly to: Point;
	readonly weight: number;
	readonly isDotted?: boolean;
}

/** A form before anything is written on it. */
export interface BlankForm {
	readonly width: number;
	readonly height: number;
	readonly rules: readonly FormRule[];
	/** Its cells as `[left, top, width]`, all 1 high: rows from the top. */
	readonly rows: readonly (readonly (readonly [left: number, top: number, width: number])[])[];
	/** Share of the cells in which something is written. */
	readonly filled: number;
	/** Digits in a cell that is filled. */
	readonly digits: readonly [least: number, most: number];
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

const ONE_DIGIT = { filled: 1, digits: [1, 1] } as const;

function frame(random: Random): BlankForm {
	const most = 2 + Math.floor(5 * random());
	const width = 0.75 * most + 0.6;
	return { width, height: 1, rules: box(width, 1), rows: [[[0, 0, width]]], filled: 1, digits: [2, most] };
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
function comb(random: Random, share: number, look: Partial<FormRule> = {}): BlankForm {
	const count = 4 + Math.floor(7 * random());
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
	const count = 3 + Math.floor(5 * random());
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

/** Rows and columns; every `thickEach`th line is thick, the outer ones too. */
function grid(rows: number, widths: readonly number[], thickEach: number, thick: number) {
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
		rows: upTo(rows).map((row) => widths.map((width, i) => [xs[i], row, width] as const)),
	};
}

function sudoku(random: Random): BlankForm {
	const thick = pick(random, [1, 1.6, 2.5, 4]);
	const widths = upTo(9).map(() => 1);
	return { ...grid(9, widths, 3, thick), filled: between(random, 0.3, 1), digits: [1, 1] };
}

function gradesheet(random: Random): BlankForm {
	const columns = 2 + Math.floor(4 * random());
	const widths = upTo(columns).map(() => between(random, 1.8, 3));
	const rows = 3 + Math.floor(6 * random());
	return { ...grid(rows, widths, rows + columns, 1), filled: 0.85, digits: [1, 2] };
}

/** Squares that go on to the edge of the picture, a digit in each of some of one row. */
function squares(random: Random): BlankForm {
	const columns = 6 + Math.floor(6 * random());
	const first = 1 + Math.floor(2 * random());
	const { rules } = grid(
		5,
		upTo(columns).map(() => 1),
		20,
		1,
	);
	const count = columns - first - 1;
	return {
		width: columns,
		height: 5,
		rules,
		rows: [upTo(count).map((i) => [first + i, 2, 1] as const)],
		...ONE_DIGIT,
	};
}

/** One kind of form; `fillsPicture` where its lines go on beyond the picture. */
export interface FormKind {
	readonly name: string;
	readonly blank: (random: Random) => BlankForm;
	readonly fillsPicture?: boolean;
	/** Pixels of a cell's height. */
	readonly cell: readonly [least: number, most: number];
}

export const FORM_KINDS: readonly FormKind[] = [
	{ name: "frame", blank: frame, cell: [45, 140] },
	{ name: "double frame", blank: doubleFrame, cell: [45, 140] },
	{ name: "comb", blank: (random) => comb(random, 1), cell: [40, 120] },
	{ name: "half comb", blank: (random) => comb(random, between(random, 0.3, 0.6)), cell: [40, 120] },
	{ name: "dotted comb", blank: (random) => comb(random, 1, { isDotted: true }), cell: [40, 120] },
	{ name: "ticks", blank: ticks, cell: [40, 120] },
	{ name: "ballot", blank: ballot, cell: [40, 120] },
	{ name: "squares", blank: squares, cell: [36, 90], fillsPicture: true },
	{ name: "gradesheet", blank: gradesheet, cell: [36, 80] },
	{ name: "sudoku grid", blank: sudoku, cell: [32, 90] },
];
