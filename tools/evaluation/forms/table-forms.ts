import { between, pick, type Random } from "../../random.ts";
import { across, type BlankForm, type FormCell, grid, squaresOf, upTo, WORDS, whole } from "./blank-form.ts";

export function sudoku(random: Random): BlankForm {
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
export const sudokuWithNotes = (random: Random): BlankForm => ({
	...sudoku(random),
	filled: between(random, 0.3, 0.7),
	notes: 0.4,
});

const columnWidths = (random: Random, count: number) => upTo(count).map(() => between(random, 1.8, 3));

export function gradesheet(random: Random): BlankForm {
	const rows = whole(random, 3, 8);
	const columns = columnWidths(random, whole(random, 2, 5));
	return { ...grid(rows, columns), filled: 0.85, digits: [1, 2], isTable: true };
}

/** A table whose first row is words, and now and then its first column too. */
export function headedTable(random: Random): BlankForm {
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

export function rowOfCells(random: Random): BlankForm {
	const columns = columnWidths(random, whole(random, 3, 6));
	return { ...grid(1, columns), filled: 0.9, digits: [2, 3], isTable: true };
}

/** One column of a table, with the ends of the levels beside it. */
export function column(random: Random): BlankForm {
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
