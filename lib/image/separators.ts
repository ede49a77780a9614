import type { Box } from "../geometry.ts";
import type { Blob } from "./components.ts";

/** What stands between a digit and the one before it: nothing, a gap, or a mark that is clear. */
export type Separator = "" | " " | "." | "," | "-" | "/";

/** A character of a line, from left to right. */
export interface LineCharacter {
	readonly blob: Blob;
	readonly isDigit: boolean;
}

/** A gap is a space when it is this many times as wide as most gaps of its line, and at least so many heights. */
const WIDE_GAP = 2.2;
const LEAST_SPACE = 0.5;
/** A gap of so many heights is a space whatever the others are. */
const SURE_SPACE = 2;

/** Dots and commas reach so far up from the base of the digits; dots are no larger, as shares of the height. */
const DOT = 0.3;
const COMMA = 0.5;
/** A slash leans: over its rows the middle moves to the left in step with the way down. */
const LEANING = -0.95;

/**
 * What stands before each digit of a line. A mark counts only where it is alone between two digits, or is a minus
 * before the first one, and has the form and the place of one; everything else is no more than a gap.
 */
export function separatorsOf(line: readonly LineCharacter[]): Separator[] {
	const digits = line.flatMap(({ blob, isDigit }) => (isDigit ? [blob.box] : []));
	const height = median(digits.map((box) => box.height));
	const gaps = digits.slice(1).map((box, i) => Math.max(0, box.x - digits[i].x - digits[i].width));
	const space = Math.min(SURE_SPACE * height, Math.max(LEAST_SPACE * height, WIDE_GAP * median(gaps)));
	const separators: Separator[] = [];
	let marks: Blob[] = [];
	for (const { blob, isDigit } of line) {
		if (!isDigit) {
			marks.push(blob);
			continue;
		}
		const i = separators.length;
		const mark = marks.length === 1 ? markOf(marks[0], digits[Math.max(0, i - 1)], blob.box, height) : "";
		if (i === 0) {
			const isNear = marks.length === 1 && blob.box.x - right(marks[0].box) < height;
			separators.push(mark === "-" && isNear ? "-" : "");
		} else separators.push(mark || (gaps[i - 1] >= space ? " " : ""));
		marks = [];
	}
	return separators;
}

function markOf(mark: Blob, before: Box, after: Box, height: number): Separator {
	const top = (before.y + after.y) / 2;
	const base = (before.y + before.height + after.y + after.height) / 2;
	const { width, height: tall } = mark.box;
	const middle = mark.box.y + tall / 2;
	const isThin = width <= DOT * height;
	if (isThin && tall <= DOT * height && middle >= base - DOT * height)
		return tall > 1.5 * width && bottom(mark.box) > base ? "," : ".";
	if (isThin && tall <= COMMA * height && middle >= base - 0.15 * height) return ",";
	const isLow = tall <= 0.25 * height && width >= 1.8 * tall;
	if (isLow && width >= 0.2 * height && middle > top + 0.25 * height && middle < base - 0.2 * height)
		return "-";
	const isStroke = mark.area <= 0.3 * height * tall;
	if (tall >= 0.7 * height && width >= 0.2 * tall && isStroke && lean(mark) <= LEANING) return "/";
	return "";
}

/** The correlation of the middle of each run with its row: -1 for a straight stroke from the upper right. */
function lean({ runs }: Blob): number {
	const meanY = runs.reduce((sum, [y]) => sum + y, 0) / runs.length;
	const meanX = runs.reduce((sum, [, from, to]) => sum + (from + to) / 2, 0) / runs.length;
	let [xy, xx, yy] = [0, 0, 0];
	for (const [y, from, to] of runs) {
		const [dx, dy] = [(from + to) / 2 - meanX, y - meanY];
		xy += dx * dy;
		xx += dx * dx;
		yy += dy * dy;
	}
	return xy / Math.sqrt(xx * yy || 1);
}

const right = ({ x, width }: Box) => x + width;
const bottom = ({ y, height }: Box) => y + height;

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? 0;
}
