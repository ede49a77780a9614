import {
	activation,
	batchNormalization,
	conv2d,
	dense,
	dropout,
	flatten,
	globalAveragePooling2D,
	maxPooling2D,
} from "../../../lib/models/layers.ts";
import type { Network, TrainedNetwork } from "../../../lib/models/network.ts";
import { initialWeights } from "../../../tools/training/initialisers.ts";

/** A network with every kind of layer, small enough to train in a test. */
export const tinyNetwork: Network = {
	id: "tiny",
	layers: [
		conv2d(6, 5, { l2: 0.01 }),
		batchNormalization(),
		activation("relu"),
		maxPooling2D(4),
		dropout(0.25),
		conv2d(8, 3, { padding: "same", useBias: false, activation: "relu" }),
		batchNormalization(0.9),
		maxPooling2D(),
		flatten(),
		dense(16, "relu"),
		dense(10, "softmax"),
	],
};

/** One that ends in global average pooling. */
export const pooledNetwork: Network = {
	id: "pooled",
	layers: [conv2d(5, 7, { activation: "relu" }), maxPooling2D(11), globalAveragePooling2D(), dense(10)],
};

/** Starting weights, the moving averages set to something that matters. */
export function trainedTiny(network = tinyNetwork): TrainedNetwork {
	const weights = new Map(initialWeights(network, "pytorch", 7));
	for (const [name, values] of weights)
		if (name.includes("normalization"))
			weights.set(
				name,
				values.map((value, i) => value + (0.3 * ((i * 7) % 5)) / 5 + 0.1),
			);
	return { network, weights };
}

/** `count` glyphs of smooth waves with a label each, the same every time. */
export function waves(count: number): { glyphs: Float32Array; labels: Uint8Array } {
	const glyphs = Float32Array.from(
		{ length: count * 784 },
		(_, i) => 0.5 + 0.5 * Math.sin(i * (0.05 + 0.013 * Math.floor(i / 784))),
	);
	return { glyphs, labels: Uint8Array.from({ length: count }, (_, i) => (i * 3) % 10) };
}
