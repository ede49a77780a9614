import type { Conv2D, Dense, Layer } from "./layers.ts";
import { NETWORK_INPUT, type Network, placeLayers, type TrainedNetwork } from "./network.ts";

type Linear = Conv2D | Dense;

/** A layer that is still being folded, with its weights under their bare names. */
interface Folding {
	layer: Layer;
	weights: Map<string, Float32Array>;
}

/** y = scale x + shift, channel by channel: what batch normalisation is once it is trained. */
function affineOf(weights: ReadonlyMap<string, Float32Array>, epsilon: number) {
	const mean = weights.get("moving_mean")!;
	const scale = weights
		.get("gamma")!
		.map((gamma, c) => gamma / Math.sqrt(weights.get("moving_variance")![c] + epsilon));
	const shift = weights.get("beta")!.map((beta, c) => beta - mean[c] * scale[c]);
	return { scale, shift };
}

/** Every value times the number of its channel, which is the last axis. A plain loop: there may be millions. */
function scaleChannels(values: Float32Array, scale: Float32Array): Float32Array {
	const scaled = new Float32Array(values.length);
	for (let i = 0; i < values.length; i += scale.length)
		for (let c = 0; c < scale.length; c++) scaled[i + c] = values[i + c] * scale[c];
	return scaled;
}

function foldNormalisation(into: Folding, normalisation: Folding, epsilon: number): void {
	const { scale, shift } = affineOf(normalisation.weights, epsilon);
	const channels = scale.length;
	const bias = into.weights.get("bias") ?? new Float32Array(channels);
	into.weights.set("kernel", scaleChannels(into.weights.get("kernel")!, scale));
	into.weights.set(
		"bias",
		bias.map((value, c) => value * scale[c] + shift[c]),
	);
	into.layer = { ...(into.layer as Linear), useBias: true } as Linear;
}

const isLinear = (layer: Layer): layer is Linear =>
	(layer.type === "Conv2D" || layer.type === "Dense") && layer.activation === "linear";

/**
 * The same function with fewer layers, for inference: batch normalisation folded into the convolution or
 * dense layer before it, activations fused, dropout and the last softmax left out, so that logits come out.
 */
export function foldForInference({ network, weights }: TrainedNetwork): TrainedNetwork {
	const places = placeLayers(network);
	const readers = places.map((_, i) => places.filter(({ inputs }) => inputs.includes(i)).length);
	const folded: Folding[] = [];
	const wires: number[][] = [];
	/** Where the output of each layer comes from once it is folded. */
	const from: number[] = [];
	/** Folded layers that several read: nothing may be folded into them. */
	const shared = new Set<number>();
	const moved = (at: number) => (at === NETWORK_INPUT ? at : from[at]);

	for (const [i, { name, layer, inputs, weights: specs }] of places.entries()) {
		const own = new Map(specs.map((spec) => [spec.name.slice(name.length + 1), weights.get(spec.name)!]));
		const before = moved(inputs[0]);
		const into = shared.has(before) ? undefined : folded[before];
		from[i] = before;
		if (layer.type === "Dropout" && i < places.length - 1) {
			// Nothing is left of it.
		} else if (layer.type === "BatchNormalization" && into && isLinear(into.layer))
			foldNormalisation(into, { layer, weights: own }, layer.epsilon);
		else if (layer.type === "Activation" && into && isLinear(into.layer))
			into.layer = { ...into.layer, activation: layer.activation };
		else {
			from[i] = folded.push({ layer, weights: own }) - 1;
			wires.push(inputs.map(moved));
		}
		if (readers[i] > 1) shared.add(from[i]);
	}
	const top = folded.at(-1);
	if (top && "activation" in top.layer && top.layer.activation === "softmax")
		top.layer = { ...top.layer, activation: "linear" };

	const result: Network = {
		...network,
		layers: folded.map(({ layer }) => layer),
		...(network.wires && { wires }),
	};
	const renamed = placeLayers(result).flatMap(({ name, weights: specs }, i) =>
		specs.map((spec) => [spec.name, folded[i].weights.get(spec.name.slice(name.length + 1))!] as const),
	);
	return { network: result, weights: new Map(renamed) };
}
