import { GLYPH_CENTRE, GLYPH_SIDE } from "../glyph.ts";
import type { InkMap } from "../image/pixels.ts";

/**
 * A line of writing as one picture, as high as a glyph, its digits 20 px high and upright around the middle. The
 * line model looks at it through windows of a glyph's size, one every `FRAME_STEP` px: frames.
 */
export const STRIP_HEIGHT = GLYPH_SIDE;

/** Pixels from one frame to the next: the line model halves its picture twice. */
export const FRAME_STEP = 4;

/** How many frames a strip has that is a whole number of steps wider than a glyph. */
export const frameCount = (width: number): number => (width - GLYPH_SIDE) / FRAME_STEP + 1;

/** Where a digit stands that frame `frame` shows best: the x of its centre of mass. */
export const frameCentre = (frame: number): number => frame * FRAME_STEP + GLYPH_CENTRE;

/** Looks over a strip: for every frame 12 probabilities, of the digits 0..9, of another character, of nothing. */
export type ReadStrip = (strip: InkMap) => Promise<Float32Array>;
