import { GLYPH_SIDE } from "../../../lib/glyph.ts";
import type { Shaped } from "../../../lib/lab/arithmetic.ts";
import { NETWORK_INPUT } from "../../../lib/models/network.ts";
import type { Insight } from "./inside-state.ts";

/** What goes into a layer, and which layer gives it; `NETWORK_INPUT` for the picture itself. */
export interface LayerInput extends Shaped {
	readonly from: number;
}

/** What goes into a layer right now: the output of the layer above it, or the glyph. */
export function inputOf({ layers, outputs, glyph }: Insight, layer: number): LayerInput {
	const [from] = layers[layer].inputs;
	if (from === NETWORK_INPUT) return { from, shape: [GLYPH_SIDE, GLYPH_SIDE, 1], values: glyph };
	return { from, shape: outputs[from].shape, values: outputs[from].values };
}

/** Layers that change neither a number nor which map it belongs to, only how they are laid out. */
const HANDS_ON = new Set(["Dropout", "Flatten"]);

/** The same numbers as maps where they are some: what lay before it was laid out in one row. */
export function picturesInto(insight: Insight, layer: number): LayerInput {
	let input = inputOf(insight, layer);
	while (input.from !== NETWORK_INPUT && HANDS_ON.has(insight.layers[input.from].layer.type))
		input = inputOf(insight, input.from);
	return input;
}
