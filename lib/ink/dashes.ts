import type { Point } from "../geometry.ts";
import { inkBounds, type Stroke } from "./stroke.ts";

/** A pen that skips leaves at least so many dashes of one stroke. */
const LEAST_DASHES = 3;
/** Gaps are no longer than this many times the longer dash beside them. */
const WIDEST_GAP = 1.25;
/** A dash is no larger than this share of the height of what it is a part of: the digits of a number are as high as it. */
const LARGEST_DASH = 0.5;
/** A gap goes on as one of the dashes beside it does, to within this cosine. */
const AHEAD = Math.cos((55 * Math.PI) / 180);

/** The strokes with those joined that a skipping pen left in pieces: small, one after the other, each going on. */
export function joinDashes(strokes: readonly Stroke[]): Stroke[] {
	const runs: Stroke[][] = [];
	for (const stroke of strokes) {
		const run = runs.at(-1);
		if (run && goesOn(run[run.length - 1], stroke)) run.push(stroke);
		else runs.push([stroke]);
	}
	return runs.flatMap((run) => (isSkipping(run) ? [run.flat()] : run));
}

function isSkipping(run: readonly Stroke[]): boolean {
	const { height } = inkBounds(run);
	return run.length >= LEAST_DASHES && run.every((dash) => sizeOf([dash]) <= LARGEST_DASH * height);
}

function sizeOf(strokes: readonly Stroke[]): number {
	const { width, height } = inkBounds(strokes);
	return Math.max(width, height);
}

function goesOn(a: Stroke, b: Stroke): boolean {
	const gap = direction(a[a.length - 1], b[0]);
	if (gap.length > WIDEST_GAP * Math.max(sizeOf([a]), sizeOf([b]))) return false;
	const [end, start] = [direction(a[0], a[a.length - 1]), direction(b[0], b[b.length - 1])];
	return Math.max(cosine(end, gap), cosine(gap, start)) >= AHEAD;
}

function direction([x0, y0]: Point, [x1, y1]: Point) {
	return { x: x1 - x0, y: y1 - y0, length: Math.hypot(x1 - x0, y1 - y0) };
}

type Direction = ReturnType<typeof direction>;

const cosine = (a: Direction, b: Direction) => (a.x * b.x + a.y * b.y) / (a.length * b.length || 1);
