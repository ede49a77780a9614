import type { InkMap } from "../image/pixels.ts";

/** A line of writing as one picture: upright, level, its digits about `STRIP_DIGIT` px high around the middle. */
export const STRIP_HEIGHT = 32;
export const STRIP_DIGIT = 21.5;

/** Pixels from one frame to the next: the line model halves its picture twice. */
export const FRAME_STEP = 4;

/** Fainter than this share of the darkest pixel is no stroke, but its edge. */
const EDGE = 0.3;
/** So much of a strip's strokes is fainter than full ink. */
const FAINTER = 0.85;

/**
 * A strip's pixels with the dark parts of its strokes as full ink, 1: a few still darker ones, where strokes cross, do
 * not make the others faint.
 */
export function inFullInk(pixels: Float32Array): Float32Array {
	const darkest = pixels.reduce((most, value) => Math.max(most, value), 1e-6);
	const strokes = pixels.filter((value) => value > EDGE * darkest).sort();
	const full = strokes[Math.floor(FAINTER * strokes.length)] ?? darkest;
	return pixels.map((value) => Math.min(1, value / full));
}

/** How many frames a strip has that is a whole number of them wide. */
export const frameCount = (width: number): number => width / FRAME_STEP;

/** The x that frame `frame` shows: the middle of its pixels. */
export const frameCentre = (frame: number): number => (frame + 0.5) * FRAME_STEP;

/** What a frame shows besides the digits 0..9: another character, or nothing (the blank between and beside them). */
export const OTHER = 10;
export const NOTHING = 11;
export const LINE_CLASSES = 12;

/** Reads a strip: for every frame a probability of each of the `LINE_CLASSES`. */
export type ReadStrip = (strip: InkMap) => Promise<Float32Array>;

/**
 * The labels of a line when every frame shows what is most probable there, repetitions and blanks removed.
 *
 * @param frames rows of `classes` values, of which the last is the blank's
 */
export function bestLabels(frames: Float32Array, classes = LINE_CLASSES): number[] {
	const labels: number[] = [];
	let last = classes - 1;
	for (let at = 0; at < frames.length; at += classes) {
		let best = 0;
		for (let c = 1; c < classes; c++) if (frames[at + c] > frames[at + best]) best = c;
		if (best !== last && best !== classes - 1) labels.push(best);
		last = best;
	}
	return labels;
}
