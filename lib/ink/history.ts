import { begin, change, type History } from "../history.ts";
import type { Stroke } from "./stroke.ts";

/** The ink on the pad and the way back. */
export type InkHistory = History<readonly Stroke[]>;

export const EMPTY_INK: InkHistory = begin([]);

/** One stroke more. */
export function addStroke(history: InkHistory, stroke: Stroke): InkHistory {
	return change(history, [...history.now, stroke]);
}

/** A clean pad; a pad that is clean already stays as it is. */
export function clear(history: InkHistory): InkHistory {
	return history.now.length === 0 ? history : change(history, []);
}
