import * as tf from "@tensorflow/tfjs-core";
import { GLYPH_SIDE, GLYPH_SIZE, type Glyph } from "../glyph.ts";
import { createExecutor } from "../models/executor.ts";
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
	while (count > 1 && network.layers[count - 1].type === "Dropout") count--;
	return count;
}

/** Puts the network on the backend unfolded, so that every layer of its design can be looked at. */
export function createInspector(model: TrainedNetwork): Inspector {
	const executor = createExecutor(model);
	const places = placeLayers(model.network);
	const hidden = hiddenLayerCount(model);

	return {
		activations(glyph) {
			const input = tf.tensor(glyph, [1, GLYPH_SIDE, GLYPH_SIDE, 1]);
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
			const pixels = new Float32Array(glyphs.length * GLYPH_SIZE);
			glyphs.forEach((glyph, i) => {
				pixels.set(glyph, i * GLYPH_SIZE);
			});
			const values = tf.tidy(
				() =>
					executor
						.run(tf.tensor(pixels, [glyphs.length, GLYPH_SIDE, GLYPH_SIDE, 1]), hidden)
						.dataSync() as Float32Array,
			);
			return { width: values.length / glyphs.length, values };
		},
		dispose: () => executor.dispose(),
	};
}
