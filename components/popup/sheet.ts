import type { PadState } from "../pad/pad-state.ts";

/** What both things to draw on have in common: the pad and the pixel grid. */
export type Sheet = Pick<
	PadState,
	| "reading"
	| "failure"
	| "chosen"
	| "selected"
	| "select"
	| "drawing"
	| "erasing"
	| "hasInk"
	| "canUndo"
	| "canRedo"
	| "undo"
	| "redo"
	| "clear"
	| "reread"
>;
