import type { Stroke } from "./stroke.ts";

/**
 * The ink on the pad and the way back: every change makes a new state, `undone` holds what redo brings back.
 * Plain JSON, so that it can be stored as it is.
 */
export interface InkHistory {
	readonly strokes: readonly Stroke[];
	readonly past: readonly (readonly Stroke[])[];
	readonly undone: readonly (readonly Stroke[])[];
}

/** How many steps undo goes back. */
export const UNDO_STEPS = 100;

export const EMPTY_INK: InkHistory = { strokes: [], past: [], undone: [] };

/** The ink replaced by `strokes` as one step that undo takes back: a stroke added, erased, all cleared. */
export function change(history: InkHistory, strokes: readonly Stroke[]): InkHistory {
	return { strokes, past: [...history.past, history.strokes].slice(-UNDO_STEPS), undone: [] };
}

/** One stroke more. */
export function addStroke(history: InkHistory, stroke: Stroke): InkHistory {
	return change(history, [...history.strokes, stroke]);
}

/** A clean pad; a pad that is clean already stays as it is. */
export function clear(history: InkHistory): InkHistory {
	return history.strokes.length === 0 ? history : change(history, []);
}

/** One step back, or the same history where there is none. */
export function undo(history: InkHistory): InkHistory {
	const strokes = history.past.at(-1);
	if (!strokes) return history;
	return { strokes, past: history.past.slice(0, -1), undone: [...history.undone, history.strokes] };
}

/** One undone step again, or the same history where there is none. */
export function redo(history: InkHistory): InkHistory {
	const strokes = history.undone.at(-1);
	if (!strokes) return history;
	return { strokes, past: [...history.past, history.strokes], undone: history.undone.slice(0, -1) };
}
