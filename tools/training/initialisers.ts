import { sizeOf } from "../../lib/models/layer-shapes.ts";
import { type Network, placeLayers, type Weights } from "../../lib/models/network.ts";
import { createRandom } from "../random.ts";

/**
 * How kernels start: Keras' default (Glorot & Bengio 2010, zero bias), PyTorch's default (kernel and bias uniform
 * within 1 / sqrt(fan in)), or He et al. 2015 for deep ReLU networks.
 */
export type Initialiser = "glorot-uniform" | "pytorch" | "he-uniform";

function limitOf(initialiser: Initialiser, fanIn: number, fanOut: number): number {
	if (initialiser === "pytorch") return 1 / Math.sqrt(fanIn);
	return Math.sqrt(6 / (initialiser === "he-uniform" ? fanIn : fanIn + fanOut));
}

/** Fresh weights for a network, the same for the same seed. */
export function initialWeights(network: Network, initialiser: Initialiser, seed: number): Weights {
	const weights = new Map<string, Float32Array>();
	for (const { name: layer, weights: specs } of placeLayers(network)) {
		const kernel = specs.find(({ name }) => name === `${layer}/kernel`)?.shape ?? [1, 1];
		const taps = sizeOf(kernel.slice(0, -2));
		const [inputs, outputs] = kernel.slice(-2);
		const limit = limitOf(initialiser, taps * inputs, taps * outputs);
		for (const { name, shape } of specs) {
			const random = createRandom(seed, weights.size);
			const kind = name.slice(layer.length + 1);
			const values = new Float32Array(sizeOf(shape));
			if (kind === "kernel" || (kind === "bias" && initialiser === "pytorch"))
				for (let i = 0; i < values.length; i++) values[i] = (2 * random() - 1) * limit;
			else if (kind === "gamma" || kind === "moving_variance") values.fill(1);
			weights.set(name, values);
		}
	}
	return weights;
}
