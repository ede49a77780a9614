import { GLYPH_SIDE } from "../../glyph.ts";
import { PEN_CHANNELS } from "../../ink/pen-maps.ts";
import type { Network } from "../network.ts";
import { digitLens } from "./digit-lens.ts";

/** `digit-lens` that sees the pen's directions beside the picture of the ink. */
export const digitInk: Network = {
	...digitLens,
	id: "digit-ink",
	inputShape: [GLYPH_SIDE, GLYPH_SIDE, PEN_CHANNELS],
};
