import * as tf from "@tensorflow/tfjs-core";
import type { Glyph } from "../glyph.ts";
import type { StoredModel } from "./format.ts";
import { GLYPH_INPUT, networkInput } from "./input.ts";
import { inputShapeOf } from "./network.ts";

/** Glyphs as a model wants to see them, the batch first; the caller disposes it. */
export function inputTensor(
	glyphs: readonly Glyph[],
	{ network, input = GLYPH_INPUT }: Pick<StoredModel, "network" | "input">,
): tf.Tensor {
	const shape = inputShapeOf(network);
	return tf.tensor(networkInput(glyphs, shape, input), [glyphs.length, ...shape]);
}
