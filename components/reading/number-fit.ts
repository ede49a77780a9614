/** Font sizes, CSS pixels: the largest, the least for which no more room is taken, and the least of all. */
const LARGEST = 42;
const COMFORTABLE = 20;
const LEAST = 14;
/** Width of a digit in a system font, as a share of the font size, with the air around it. */
const DIGIT_WIDTH = 0.72;
const LINE_HEIGHT = 1.15;

/** Of a table, as shares of the font size: the height of a row, the air in a cell, and the least width of what is in it. */
const ROW_HEIGHT = 1.4;
const CELL_AIR = 0.5;
const CELL_LEAST = 1.1;
const TABLE_LARGEST = 17;
const TABLE_COMFORTABLE = 15;
const TABLE_LEAST = 11;

/** The space for a number, CSS pixels: its usual height, and those that it may take where it does not fit there. */
export interface NumberRoom {
	readonly width: number;
	readonly heights: readonly number[];
}

/** How large a number is shown, CSS pixels. */
export interface NumberFit {
	readonly size: number;
	readonly lineHeight: number;
	readonly height: number;
	/** Which of the heights it takes, from 0. */
	readonly level: number;
}

/**
 * How large lines of digits are, so that all of them are seen. Where there are too many even for the smallest readable
 * size, as many whole lines are seen as fit, and the others by scrolling; so is what is left of a line that is too long.
 */
export function fitNumber(lines: readonly string[], { width, heights }: NumberRoom): NumberFit {
	const longest = Math.max(1, ...lines.map((line) => line.length));
	const count = Math.max(1, lines.length);
	const across = Math.max(LEAST, width / (longest * DIGIT_WIDTH));
	const sizeIn = (height: number) => Math.floor(Math.min(LARGEST, across, height / (count * LINE_HEIGHT)));
	const level = levelFor(heights, sizeIn, COMFORTABLE);
	const size = Math.max(LEAST, sizeIn(heights[level]));
	const lineHeight = Math.floor(size * LINE_HEIGHT);
	const height = level === 0 ? heights[0] : Math.floor(heights[level] / lineHeight) * lineHeight;
	return { size, lineHeight, height, level };
}

/** How large a table is, so that all of it is seen, down to the smallest readable size. */
export function fitTable(rows: readonly (readonly string[])[], { width, heights }: NumberRoom): NumberFit {
	const columns = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
	const ems = columns.reduce((sum, chars) => sum + Math.max(CELL_LEAST, chars * DIGIT_WIDTH) + CELL_AIR, 0);
	// Borders: one beside every column and row, and one more.
	const across = Math.max(TABLE_LEAST, (width - columns.length - 1) / Math.max(1, ems));
	const down = (height: number) => (height - rows.length - 1) / (Math.max(1, rows.length) * ROW_HEIGHT);
	const sizeIn = (height: number) => Math.floor(Math.min(TABLE_LARGEST, across, down(height)));
	const level = levelFor(heights, sizeIn, TABLE_COMFORTABLE);
	const size = Math.max(TABLE_LEAST, sizeIn(heights[level]));
	return { size, lineHeight: Math.floor(size * LINE_HEIGHT), height: heights[level], level };
}

/** Index of the first height in which the size is comfortable, or as large as in any: the width may be what limits it. */
function levelFor(
	heights: readonly number[],
	sizeIn: (height: number) => number,
	comfortable: number,
): number {
	const enough = Math.min(comfortable, Math.max(...heights.map(sizeIn)));
	return heights.findIndex((height) => sizeIn(height) >= enough);
}
