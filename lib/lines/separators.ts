import { type Box, bottom, type Point, right } from "../geometry.ts";

/** A mark that is told by its form and place. */
export type Mark = "." | "," | "-" | "/";

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
	/** The sign that it was named. */
	readonly sign?: string;
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

/** What a character of a line is in the reading that people see. */
export interface Shown {
	/** What stands between a digit and the one before it on its line; before the first one, the signs right before it. */
	readonly before?: string;
	/** The signs right after the last digit of a line. */
	readonly after?: string;
	/** What no digit was read as, where that is shown. */
	readonly readAs?: string;
}

/**
 * How the characters of a line are shown, in their order. Between two digits all named signs are; a mark that is told
 * by its form and place only where it is alone between them, or is a minus before the first one; everything else is
 * no more than a gap.
 */
export function showLine(line: readonly LineCharacter[]): Shown[] {
	const at = line.flatMap(({ isDigit }, i) => (isDigit ? [i] : []));
	const digits = at.map((i) => line[i].box);
	const height = lowerMedian(digits.map((box) => box.height));
	const gaps = digits.slice(1).map((box, i) => Math.max(0, box.x - right(digits[i])));
	const space = Math.min(SURE_SPACE * height, Math.max(LEAST_SPACE * height, WIDE_GAP * lowerMedian(gaps)));
	const marks = new Map<number, string>();
	const stand = (from: number, to: number) =>
		Array.from({ length: Math.max(0, to - from) }, (_, k) => marks.get(from + k) ?? "").join("");
	const shown = at.map((place, i): Shown & { readonly place: number } => {
		const last = at[i - 1] ?? -1;
		for (const [mark, sign] of i === 0
			? marksBefore(line, place, height)
			: marksBetween(line, last, place, height))
			marks.set(mark, sign);
		if (i === at.length - 1)
			for (const [mark, sign] of marksAfter(line, place, height)) marks.set(mark, sign);
		const before = stand(last + 1, place) || (i > 0 && gaps[i - 1] >= space ? " " : "");
		const after = i === at.length - 1 ? stand(place + 1, line.length) : "";
		return { place, ...(before && { before }), ...(after && { after }) };
	});
	const ofDigits = new Map(shown.map(({ place, ...digit }) => [place, digit]));
	return line.map((_, i) => {
		const readAs = marks.get(i);
		return ofDigits.get(i) ?? (readAs ? { readAs } : {});
	});
}

type PlacedMark = readonly [at: number, mark: string];

/** The marks between two digits that follow each other. */
function marksBetween(
	line: readonly LineCharacter[],
	from: number,
	to: number,
	height: number,
): PlacedMark[] {
	const between = Array.from({ length: to - from - 1 }, (_, k) => from + 1 + k);
	const signs = between.flatMap((i): PlacedMark[] => (line[i].sign ? [[i, line[i].sign]] : []));
	if (signs.length > 0 || between.length !== 1) return signs;
	const mark = markOf(line[from + 1], levelOf([line[from].box, line[to].box], height));
	return mark ? [[from + 1, mark]] : [];
}

/** What stands further from the next character than this many heights does not belong to the number. */
const NEAR = 1;

/** What nobody writes before a number: what opens none and works on nothing. */
const NOT_FIRST = "%):/÷";

/** The marks that lead up to the first digit. */
function marksBefore(line: readonly LineCharacter[], first: number, height: number): PlacedMark[] {
	const marks: PlacedMark[] = [];
	for (let i = first - 1; i >= 0 && line[i + 1].box.x - right(line[i].box) < NEAR * height; i--) {
		const isMinus = first === 1 && markOf(line[i], levelOf([line[first].box], height)) === "-";
		const mark = line[i].sign ?? (isMinus ? "-" : "");
		if (!mark || NOT_FIRST.includes(mark)) break;
		marks.push([i, mark]);
	}
	return marks;
}

/** What nobody writes behind a number, or only to close it. */
const NOT_LAST = "(#-/:";

/** The signs that follow the last digit. */
function marksAfter(line: readonly LineCharacter[], last: number, height: number): PlacedMark[] {
	const marks: PlacedMark[] = [];
	for (let i = last + 1; i < line.length; i++) {
		const { box, sign } = line[i];
		if (!sign || NOT_LAST.includes(sign) || box.x - right(line[i - 1].box) >= NEAR * height) break;
		marks.push([i, sign]);
	}
	return marks;
}

/** The mark that has this form and this place beside digits; "" for none that is clear. */
export function markOf({ box, area, middle }: Shape, { height, top, base }: Level): Mark | "" {
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

/** The value in the middle; of an even number the lower one of the two: a wide gap among few must not be the usual one. */
function lowerMedian(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? 0;
}
