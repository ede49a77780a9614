import { begin, change, type UndoHistory } from "../undo-history.ts";
import type { Stroke } from "./stroke.ts";

/** The ink on the pad and the way back. */
export type InkHistory = UndoHistory<readonly Stroke[]>;

export const EMPTY_INK: InkHistory = begin([]);

/** One stroke more. */
export function addStroke(history: InkHistory, stroke: Stroke): InkHistory {
	return change(history, [...history.now, stroke]);
}

/** A clean pad; a pad that is clean already stays as it is. */
export function clear(history: InkHistory): InkHistory {
	return history.now.length === 0 ? history : change(history, []);
}
