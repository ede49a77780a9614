import * as tf from "@tensorflow/tfjs-core";
import type { StoredModel } from "./format.ts";
import { GLYPH_INPUT, networkInput } from "./input.ts";
import { sizeOf } from "./layer-shapes.ts";
import { inputShapeOf } from "./network.ts";

/**
 * Glyphs as a model wants to see them, the batch first; the caller disposes it. What has more channels than a glyph,
 * such as the maps of ink, is taken as it is.
 */
export function inputTensor(
	inputs: readonly Float32Array[],
	{ network, input = GLYPH_INPUT }: Pick<StoredModel, "network" | "input">,
): tf.Tensor {
	const shape = inputShapeOf(network);
	const hasChannels = shape.length === 3 && shape[2] > 1;
	const values = hasChannels ? stacked(inputs, sizeOf(shape)) : networkInput(inputs, shape, input);
	return tf.tensor(values, [inputs.length, ...shape]);
}

function stacked(inputs: readonly Float32Array[], size: number): Float32Array {
	const values = new Float32Array(inputs.length * size);
	inputs.forEach((input, i) => {
		values.set(input, i * size);
	});
	return values;
}
