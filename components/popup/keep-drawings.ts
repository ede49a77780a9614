import { effect, type ReadonlySignal } from "@preact/signals";
import type { Stroke } from "../../lib/ink/stroke.ts";
import type { PadState } from "../pad/pad-state.ts";

/** Quiet after the last stroke before a drawing is kept, milliseconds. */
const PAUSE = 1000;

/** A drawing with its number, as a person may have put it right. */
export interface ReadDrawing {
	readonly strokes: readonly Stroke[];
	readonly text: string;
}

/**
 * Keeps drawings for as long as the person wants that: each once the pen rests, as it stands then.
 *
 * @returns a function that ends it
 */
export function keepDrawings(
	pad: Pick<PadState, "strokes" | "number" | "drawing">,
	wanted: ReadonlySignal<boolean>,
	keep: (drawing: ReadDrawing) => void,
): () => void {
	return effect(() => {
		const strokes = pad.strokes.value;
		const text = pad.number.text.value;
		if (!wanted.value || pad.drawing.value || strokes.length === 0 || !text) return;
		const timer = setTimeout(() => keep({ strokes, text }), PAUSE);
		return () => clearTimeout(timer);
	});
}

/** The name of a drawing: that of its first stroke, so that a drawing which grows stays the same one. */
export async function drawingId([first]: readonly Stroke[]): Promise<string> {
	const bytes = new TextEncoder().encode(JSON.stringify(first));
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return `drawing ${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
