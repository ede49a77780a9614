import type { Box } from "../geometry.ts";
import { strokeDistance } from "./distance.ts";
import { inkBounds, type Stroke } from "./stroke.ts";

/** A loop's ends are no further apart than this share of its larger side. */
const CLOSED = 0.3;
/** What a loop is drawn round is at least this share as high as the loop: the dot of a zero is no number. */
const LEAST_INSIDE = 0.3;
/** A loop stays clear of what it is drawn round by this share of its height. */
const CLEARANCE = 0.03;

/** A loop that is drawn round other strokes without touching them, and these strokes. */
export interface Enclosure {
	readonly loop: Stroke;
	readonly inside: readonly Stroke[];
}

/** The loops that are drawn round other strokes: a circled number, or a zero with something in it. */
export function enclosuresAmong(strokes: readonly Stroke[]): Enclosure[] {
	return strokes.flatMap((loop) => {
		const box = inkBounds([loop]);
		const [[x0, y0], [x1, y1]] = [loop[0], loop[loop.length - 1]];
		if (Math.hypot(x1 - x0, y1 - y0) > CLOSED * Math.max(box.width, box.height)) return [];
		const inside = strokes.filter((other) => other !== loop && isWithin(inkBounds([other]), box));
		if (inside.length === 0 || inkBounds(inside).height < LEAST_INSIDE * box.height) return [];
		const isClear = inside.every((other) => strokeDistance(loop, other) >= CLEARANCE * box.height);
		return isClear ? [{ loop, inside }] : [];
	});
}

const isWithin = (a: Box, b: Box) =>
	a.x > b.x && a.y > b.y && a.x + a.width < b.x + b.width && a.y + a.height < b.y + b.height;

/** A line through a number is so many times as wide as high, and crosses at least so many strokes. */
const FLAT = 4;
const LEAST_CROSSED = 2;
/** What it crosses is at least so many times as high as it, and it as wide as so much of that: the bars of # are not. */
const CROSSED_HEIGHT = 2;
const WIDTH = 1.1;

/** Long flat strokes through several others: a number that was struck out. The bar of a digit crosses one. */
export function strikesAmong(strokes: readonly Stroke[]): Stroke[] {
	return strokes.filter((strike) => {
		const { x, width, height } = inkBounds([strike]);
		if (width < FLAT * height) return false;
		const crossed = strokes.filter((other) => {
			const box = inkBounds([other]);
			const isSpanned = box.x > x && box.x + box.width < x + width;
			const isHigh = box.height > CROSSED_HEIGHT * height && width > WIDTH * box.height;
			return isSpanned && isHigh && strokeDistance(strike, other) === 0;
		});
		return crossed.length >= LEAST_CROSSED;
	});
}
