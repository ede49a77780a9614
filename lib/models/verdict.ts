import type { Stroke } from "../ink/stroke.ts";
import type { ReadStrip } from "./line-strip.ts";
import type { Sign } from "./signs.ts";

/** Why a glyph is not read as a digit. */
export type Refusal =
	/** The pad or the picture holds no ink. */
	| "blank"
	/** A letter, a symbol, a scribble, a fragment, noise. */
	| "not-a-digit"
	/** Two or more characters in one glyph. */
	| "several-digits"
	/** A digit perhaps, but the model is too unsure to name it. */
	| "unsure";

/** What a classifier says of one glyph. */
export interface Verdict {
	/** Calibrated probability of each digit 0..9; the sum is 1 less the probability that it is no digit. */
	readonly probabilities: Float32Array;
	/** Set when the glyph must not be read as a digit. */
	readonly refusal?: Refusal;
	/** The sign that it is rather than any other, where that was asked. */
	readonly sign?: { readonly is: Sign; readonly probability: number };
}

/** Glyphs in, one verdict each, in order, as one batch. An empty batch gives an empty list. */
export type Classify = (glyphs: readonly Float32Array[]) => Promise<Verdict[]>;

/** Glyphs in; out comes for each how probable every one of `SIGN_CLASSES` is. An empty batch gives an empty list. */
export type ClassifySigns = (glyphs: readonly Float32Array[]) => Promise<Float32Array[]>;

/** Drawn characters in, the strokes of each; one verdict each, as `Classify` gives them. */
export type ClassifyInk = (characters: readonly (readonly Stroke[])[]) => Promise<Verdict[]>;

/** A model in use. */
export interface Model {
	readonly classify: Classify;
	/** Looks over whole lines too, where the model has a companion that can. */
	readonly readStrip?: ReadStrip;
	/** Tells signs from digits, where the model has a companion that can. */
	readonly classifySigns?: ClassifySigns;
	/** Reads ink by the way of the pen, where the model has a companion that can. */
	readonly classifyInk?: ClassifyInk;
	/** Says of glyphs which digits they are, where the model has a companion that errs on other ones. */
	readonly secondOpinion?: Classify;
}
