import type { Box } from "../geometry.ts";
import { lineMiddle } from "../lines/line-middle.ts";
import { markOf, type Shape } from "../lines/separators.ts";
import type { InkCandidate, InkLine } from "./group.ts";
import { inkBounds, type Stroke } from "./stroke.ts";

/** How wide the pen draws, as a share of the digits' height: samples have no size, and what is drawn has. */
const PEN_WIDTH = 0.08;

/** Strokes lower than this share of the highest do not tell where the line is. */
const TALL = 0.6;

/** A slash is so many times as high as every digit of its line: one that is no higher may be a 1. */
const SLASH = 1.15;

/** The strokes between the digits of a line, and the height of the digits in the unit of the ink. */
export interface Marks {
	readonly candidates: ReadonlySet<InkCandidate>;
	readonly height: number;
}

/**
 * The candidates of a line that are one stroke with the form and the place of a point, a comma, a dash or a slash.
 * However much such a stroke looks like a digit when it is drawn as large as one, beside digits it is none.
 */
export function marksAmong({ candidates }: InkLine): Marks {
	const strokes = candidates.filter(({ from, to }) => to === from + 1);
	const formOf = (candidate: InkCandidate, { height, middle }: { height: number; middle: number }) => {
		const level = { height, top: middle - height / 2, base: middle + height / 2 };
		return markOf(drawnShape(candidate.strokes, height), level);
	};
	const boxes = new Map(strokes.map((candidate) => [candidate, inkBounds(candidate.strokes)]));
	const heightOf = (some: readonly InkCandidate[]) =>
		Math.max(0, ...some.map((one) => boxes.get(one)!.height));

	const leaning = strokes.filter((one) => {
		const { y, height } = boxes.get(one)!;
		return height > 0 && formOf(one, { height, middle: y + height / 2 }) === "/";
	});
	const upright = strokes.filter((one) => !leaning.includes(one));
	const slashes = leaning.filter(
		(one) =>
			upright.some(({ from }) => from < one.from) &&
			upright.some(({ from }) => from > one.from) &&
			boxes.get(one)!.height >= SLASH * heightOf(upright),
	);
	const digits = strokes.filter((one) => !slashes.includes(one));
	const height = heightOf(digits);
	if (height === 0) return { candidates: new Set(), height };

	const tall = digits.map((one) => boxes.get(one)!).filter((box) => box.height >= TALL * height);
	const middleAt = lineMiddle(tall.map((box) => ({ box, weight: 1 })));
	const small = digits.filter((one) => {
		const { x, width } = boxes.get(one)!;
		const form = formOf(one, { height, middle: middleAt(x + width / 2) });
		return form !== "" && form !== "/";
	});
	return { candidates: new Set([...slashes, ...small]), height };
}

/** Strokes as the pen draws them where digits have this height. */
export function drawnShape(strokes: readonly Stroke[], height: number): Shape {
	const bounds = inkBounds(strokes);
	const pen = PEN_WIDTH * height;
	const box: Box = {
		x: bounds.x - pen / 2,
		y: bounds.y - pen / 2,
		width: bounds.width + pen,
		height: bounds.height + pen,
	};
	return {
		box,
		area: pen * strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0),
		middle: strokes.flat(),
	};
}

function lengthOf(stroke: Stroke): number {
	return stroke.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - stroke[i][0], y - stroke[i][1]), 0);
}
