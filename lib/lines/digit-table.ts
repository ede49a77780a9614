import { type Box, right as rightOf } from "../geometry.ts";
import { median } from "../median.ts";

/** A digit as it stands in the picture. */
interface PlacedDigit {
	readonly digit: string;
	readonly box: Box;
	readonly line: number;
}

/** Digits of one line that stand close together. */
interface Group {
	readonly text: string;
	readonly left: number;
	readonly right: number;
}

/** Room between two digits of different columns, as a part of the median height of a line's digits. */
const COLUMN_GAP = 0.7;

/**
 * The rows of cells that digits stand in, an empty cell where a row has none; null when they do not stand in
 * columns: fewer than two lines or two columns, or two groups of a line above one group of another. `digits` come
 * in reading order, with boxes in one unit.
 */
export function alignedTable(digits: readonly PlacedDigit[]): string[][] | null {
	const lines = Map.groupBy(digits, ({ line }) => line);
	const rows = [...lines.values()].map(groupsOf);
	const columns = columnsOf(rows.flat());
	if (rows.length < 2 || columns.length < 2) return null;
	const table = rows.map((groups) => columns.map((column) => groups.filter((group) => meet(group, column))));
	if (table.some((cells) => cells.some((groups) => groups.length > 1))) return null;
	// A single line that is taken apart proves no column.
	const shared = columns.filter((_, i) => table.filter((cells) => cells[i].length > 0).length > 1);
	if (shared.length < 2) return null;
	return table.map((cells) => cells.map(([group]) => group?.text ?? ""));
}

/** Rows of numbers as CSV (RFC 4180); only those with a comma need quotes. */
export function tableCsv(rows: readonly (readonly string[])[]): string {
	const quoted = (cell: string) => (cell.includes(",") ? `"${cell}"` : cell);
	return rows.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

function groupsOf(digits: readonly PlacedDigit[]): Group[] {
	const gap = COLUMN_GAP * median(digits.map(({ box }) => box.height));
	const groups: Group[] = [];
	for (const { digit, box } of digits) {
		const right = rightOf(box);
		const last = groups.at(-1);
		if (last && box.x - last.right < gap)
			groups[groups.length - 1] = { ...last, text: last.text + digit, right: Math.max(last.right, right) };
		else groups.push({ text: digit, left: box.x, right });
	}
	return groups;
}

/** The stretches that groups cover, from left to right. */
function columnsOf(groups: readonly Group[]): { left: number; right: number }[] {
	const columns: { left: number; right: number }[] = [];
	for (const { left, right } of groups.toSorted((a, b) => a.left - b.left)) {
		const last = columns.at(-1);
		if (last && left < last.right) last.right = Math.max(last.right, right);
		else columns.push({ left, right });
	}
	return columns;
}

function meet(a: { left: number; right: number }, b: { left: number; right: number }): boolean {
	return a.left < b.right && b.left < a.right;
}
