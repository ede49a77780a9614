import type { Point } from "../../../lib/geometry.ts";
import { inkBounds, type Stroke } from "../../../lib/ink/stroke.ts";
import { between, normal, type Random, shuffledIndices } from "../../random.ts";
import { STRONG } from "./augment.ts";
import { smooth } from "./spline.ts";
import { bendStrokes, refine } from "./strokes.ts";

/** One stroke in two, as when the pen lost the paper on its way. */
function lift(stroke: Stroke, random: Random): Stroke[] {
	if (stroke.length < 4) return [stroke];
	const at = Math.floor(between(random, 1, stroke.length - 1));
	return [stroke.slice(0, at + 1), stroke.slice(at)];
}

/** The end of a stroke drawn there and back, and there once more where the pen stays for it. */
function overdraw(stroke: Stroke, random: Random): Stroke {
	const back = stroke.slice(Math.floor(random() * stroke.length)).toReversed();
	return [...stroke, ...back, ...(random() < 0.5 ? back.toReversed() : [])];
}

/** A stroke in short runs, each in either direction: ink of which only the way is known. */
function disorder(stroke: Stroke, random: Random): Stroke[] {
	const runs: Stroke[] = [];
	for (let from = 0; from + 1 < stroke.length || from === 0; ) {
		const to = from + Math.ceil(between(random, 2, 9));
		const run = stroke.slice(from, to + 1);
		runs.push(random() < 0.5 ? run.toReversed() : run);
		from = to;
	}
	return runs;
}

const reverseAll = (strokes: readonly Stroke[]) => strokes.map((stroke) => stroke.toReversed());

/** Each stroke in either direction, in any order. */
export function reorder(strokes: readonly Stroke[], random: Random): Stroke[] {
	const some = strokes.map((stroke) => (random() < 0.5 ? stroke.toReversed() : stroke));
	return Array.from(shuffledIndices(random, some.length), (i) => some[i]);
}

/** The same ink by another way of the pen: strokes reversed, joined, parted, drawn over, without order. */
export function rewrite(strokes: readonly Stroke[], random: Random): Stroke[] {
	let written = [...strokes];
	if (written.length > 1 && random() < 0.06) written = [written.flat()];
	if (random() < 0.1) written = written.flatMap((stroke) => lift(stroke, random));
	if (random() < 0.06) written = written.map((stroke) => overdraw(stroke, random));
	const way = random();
	if (way < 0.1) return reverseAll(written);
	if (way < 0.22) return reorder(written, random);
	if (way < 0.27) return written.flatMap((stroke) => disorder(stroke, random));
	return written;
}

/** Strokes as mouse or finger give them: the digit some number of pixels high, each sample off a little and whole. */
export function sampleOnScreen(strokes: readonly Stroke[], random: Random): Stroke[] {
	const { width, height } = inkBounds(strokes);
	const longer = Math.max(width, height) || 1;
	const pixel = longer / between(random, 30, 250);
	const tremble = between(random, 0, 0.6);
	const step = between(random, 0.01, 0.1) * longer;
	const sampled = (value: number) => pixel * Math.round(value / pixel + tremble * normal(random));
	return strokes.map((stroke) => refine(stroke, step).map(([x, y]): Point => [sampled(x), sampled(y)]));
}

/** Strokes, written anew by another hand, in another way, on another device. Longer side about 1 afterwards. */
export function varyWriting(strokes: readonly Stroke[], random: Random): Stroke[] {
	const curved = random() < 0.4 ? strokes.map(smooth) : strokes;
	const bent = bendStrokes(curved, STRONG.bending, between(random, 0, 0.008), random);
	const written = rewrite(bent, random);
	return random() < 0.4 ? sampleOnScreen(written, random) : written;
}
