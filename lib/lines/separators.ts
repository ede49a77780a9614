import type { Box, Point } from "../geometry.ts";

/** What stands between a digit and the one before it: nothing, a gap, or a mark that is clear. */
export type Separator = "" | " " | "." | "," | "-" | "/";

/** Ink that may be a mark, of a picture or of a pad. */
export interface Shape {
	readonly box: Box;
	/** How much of the box is ink, in its unit squared. */
	readonly area: number;
	/** Points along the middle of its stroke. */
	readonly middle: readonly Point[];
}

/** A character of a line, from left to right. */
export interface LineCharacter extends Shape {
	readonly isDigit: boolean;
}

/** Where digits stand: their height, and where their top and their base are. */
export interface Level {
	readonly height: number;
	readonly top: number;
	readonly base: number;
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
	const digits = line.flatMap(({ box, isDigit }) => (isDigit ? [box] : []));
	const height = median(digits.map((box) => box.height));
	const gaps = digits.slice(1).map((box, i) => Math.max(0, box.x - digits[i].x - digits[i].width));
	const space = Math.min(SURE_SPACE * height, Math.max(LEAST_SPACE * height, WIDE_GAP * median(gaps)));
	const separators: Separator[] = [];
	let marks: Shape[] = [];
	for (const character of line) {
		if (!character.isDigit) {
			marks.push(character);
			continue;
		}
		const i = separators.length;
		const around = [digits[Math.max(0, i - 1)], character.box];
		const mark = marks.length === 1 ? markOf(marks[0], levelOf(around, height)) : "";
		if (i === 0) {
			const isNear = marks.length === 1 && character.box.x - right(marks[0].box) < height;
			separators.push(mark === "-" && isNear ? "-" : "");
		} else separators.push(mark || (gaps[i - 1] >= space ? " " : ""));
		marks = [];
	}
	return separators;
}

/** The mark that has this form and this place beside digits; "" for none that is clear. */
export function markOf({ box, area, middle }: Shape, { height, top, base }: Level): Separator {
	const { width, height: tall } = box;
	const centre = box.y + tall / 2;
	const isThin = width <= DOT * height;
	if (isThin && tall <= DOT * height && centre >= base - DOT * height)
		return tall > 1.5 * width && bottom(box) > base ? "," : ".";
	if (isThin && tall <= COMMA * height && centre >= base - 0.15 * height) return ",";
	const isLow = tall <= 0.25 * height && width >= 1.8 * tall;
	if (isLow && width >= 0.2 * height && centre > top + 0.25 * height && centre < base - 0.2 * height)
		return "-";
	const isStroke = area <= 0.3 * height * tall;
	if (tall >= 0.7 * height && width >= 0.2 * tall && isStroke && lean(middle) <= LEANING) return "/";
	return "";
}

/** The level between neighbours. */
function levelOf(boxes: readonly Box[], height: number): Level {
	const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	return { height, top: mean(boxes.map(({ y }) => y)), base: mean(boxes.map(bottom)) };
}

/** The correlation of x and y: -1 for a straight stroke from the upper right. */
function lean(points: readonly Point[]): number {
	const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
	const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
	let [xy, xx, yy] = [0, 0, 0];
	for (const [x, y] of points) {
		const [dx, dy] = [x - meanX, y - meanY];
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
