import type { Glyph } from "../../lib/glyph.ts";
import type { ModelFile } from "../../lib/models/formats/model-file.ts";
import type { Range } from "../../lib/models/input.ts";

/** One model to read and try. */
export interface ImportRequest {
	readonly main: ModelFile;
	/** Those that it may need. */
	readonly files: readonly ModelFile[];
	/** How digits go in, where somebody knows it. */
	readonly range?: Range;
	/** Digits whose probabilities are wanted. */
	readonly run?: readonly Glyph[];
}

/** What is printed for a model, without the name of its file. */
export type ImportReply =
	| {
			readonly ok: true;
			readonly format: string;
			/** The file says nothing of the network: it is the usual one that reads best. */
			readonly guessed?: true;
			readonly layers: readonly string[];
			readonly inputShape: readonly (number | null)[];
			readonly range: Range;
			/** Ink is 0 and paper the largest. */
			readonly inverted?: true;
			/** Pictures of another size are resized, not padded or cut. */
			readonly fit?: string;
			readonly check: { readonly digits: number; readonly right: number };
			readonly outputs?: readonly (readonly number[])[];
	  }
	| { readonly ok: false; readonly error: string };
