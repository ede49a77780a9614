/**
 * A value and the way back: every change makes a new state, `undone` holds what redo brings back. Plain JSON
 * when the value is, so that it can be stored as it is.
 */
export interface UndoHistory<T> {
	readonly now: T;
	readonly past: readonly T[];
	readonly undone: readonly T[];
}

/** How many steps undo goes back. */
export const UNDO_STEPS = 100;

/** A value without a past. */
export function begin<T>(now: T): UndoHistory<T> {
	return { now, past: [], undone: [] };
}

/** The value replaced by another one, as one step that undo takes back. */
export function change<T>(history: UndoHistory<T>, now: T): UndoHistory<T> {
	return { now, past: [...history.past, history.now].slice(-UNDO_STEPS), undone: [] };
}

/** One step back, or the same history where there is none. */
export function undo<T>(history: UndoHistory<T>): UndoHistory<T> {
	const { now, past, undone } = history;
	return past.length === 0
		? history
		: { now: past.at(-1)!, past: past.slice(0, -1), undone: [...undone, now] };
}

/** One undone step again, or the same history where there is none. */
export function redo<T>(history: UndoHistory<T>): UndoHistory<T> {
	const { now, past, undone } = history;
	return undone.length === 0
		? history
		: { now: undone.at(-1)!, past: [...past, now], undone: undone.slice(0, -1) };
}
