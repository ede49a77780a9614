import type { PadState } from "../pad/pad-state.ts";

/** What the pad, the pixel grid and the picture have in common. */
export type SurfaceState = Pick<
	PadState,
	| "reading"
	| "number"
	| "standing"
	| "failure"
	| "chosen"
	| "selected"
	| "select"
	| "refused"
	| "looked"
	| "lookAtRefused"
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
