import type { Stroke } from "./ink/stroke.ts";
import type { Reading } from "./reading.ts";

/** A result, or a sentence for the person: what happened and what to do. Expected failures are values. */
export type Outcome<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly sentence: string };

/**
 * Every message between the contexts of the extension. Requests are verbs, the payload is one plain JSON
 * object (Chrome sends messages as JSON; typed arrays do not survive).
 */
export interface ProtocolMap {
	/** Reads ink with the chosen model, or with `model` when it is given. */
	readInk(request: { readonly strokes: readonly Stroke[]; readonly model?: string }): Outcome<Reading>;
	/** Lets the user pick a rectangle in the active tab; sent by the popup, which may close at once. */
	selectRegion(request: Record<string, never>): Outcome<null>;
}
