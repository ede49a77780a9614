import * as tf from "@tensorflow/tfjs-core";
import type { Glyph } from "../glyph.ts";
import { createExecutor } from "../models/executor.ts";
import type { StoredModel } from "../models/format.ts";
import { inputTensor } from "../models/input-tensor.ts";
import { placeLayers, type TrainedNetwork } from "../models/network.ts";

/** What one layer gives on for one glyph. */
export interface LayerOutput {
	readonly name: string;
	/** Height, width, channels; or units alone. */
	readonly shape: readonly number[];
	/** Row by row, channels last. */
	readonly values: Float32Array;
}

/** A network opened up, layer by layer as it was trained. `startBackend` comes first. */
export interface Inspector {
	/** Every layer's output for a glyph, in order. */
	activations(glyph: Glyph): LayerOutput[];
	/** What the last layer gets, a row for each glyph: the network's own description of them. */
	features(glyphs: readonly Glyph[]): { readonly width: number; readonly values: Float32Array };
	/** Frees its weights. */
	dispose(): void;
}

/** How many of the network's layers come before its last dense one, without the dropout between them. */
function hiddenLayerCount({ network }: Pick<TrainedNetwork, "network">): number {
	let count = network.layers.findLastIndex(({ type }) => type === "Dense");
	// A network that ends otherwise is described by all that comes before its answers.
	if (count < 1) return network.layers.length;
	while (count > 1 && network.layers[count - 1].type === "Dropout") count--;
	return count;
}

/** Puts the network on the backend unfolded, so that every layer of its design can be looked at. */
export function createInspector(model: Pick<StoredModel, "network" | "weights" | "input">): Inspector {
	const executor = createExecutor(model);
	const places = placeLayers(model.network);
	const hidden = hiddenLayerCount(model);

	return {
		activations(glyph) {
			const input = inputTensor([glyph], model);
			const outputs = executor.activations(input);
			const read = outputs.map(([name, output], i) => ({
				name,
				shape: places[i].outputShape,
				values: output.dataSync() as Float32Array,
			}));
			tf.dispose([input, outputs.map(([, output]) => output)]);
			return read;
		},
		features(glyphs) {
			const values = tf.tidy(
				() => executor.run(inputTensor(glyphs, model), hidden).dataSync() as Float32Array,
			);
			return { width: values.length / glyphs.length, values };
		},
		dispose: () => executor.dispose(),
	};
}
