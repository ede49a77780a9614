import { GLYPH_SIDE } from "../../glyph.ts";
import { PEN_CHANNELS } from "../../ink/pen-maps.ts";
import { dense, dropout, flatten, maxPooling2D } from "../layers.ts";
import type { Network } from "../network.ts";
import { GLYPH_OUTPUTS } from "../outputs.ts";
import { block } from "./digit-lens.ts";

/** A smaller `digit-lens` that sees the pen's directions beside the picture of the ink. */
export const digitInk: Network = {
	id: "digit-ink",
	inputShape: [GLYPH_SIDE, GLYPH_SIDE, PEN_CHANNELS],
	layers: [
		...block(16),
		...block(24),
		maxPooling2D(),
		...block(48),
		...block(64),
		maxPooling2D(),
		...block(96, "same"),
		...block(128),
		flatten(),
		dropout(0.3),
		dense(GLYPH_OUTPUTS, "softmax"),
	],
};
