import { GLYPH_SIDE } from "../glyph.ts";
import { outputShapeOf, sizeOf } from "./layer-shapes.ts";
import { weightsOf } from "./layer-weights.ts";
import type { Layer } from "./layers.ts";

/** What goes into a layer: the index of a layer before it, or this for the network's input. */
export const NETWORK_INPUT = -1;

/** A network as data: a graph of layers without cycles. Its output is that of the last layer. */
export interface Network {
	readonly id: string;
	/** What goes in at the first layer, without the batch; a glyph of shape [28, 28, 1] where nothing is said. */
	readonly inputShape?: readonly number[];
	readonly layers: readonly Layer[];
	/** What goes into each layer; where nothing is said every layer gets what the one before gives. */
	readonly wires?: readonly (readonly number[])[];
}

/** A weight of a layer. Kernels are [height, width, in, out] or [in, out], as in Keras. */
export interface WeightSpec {
	/** Layer name, "/", Keras' name of the weight. */
	readonly name: string;
	readonly shape: readonly number[];
	/** False for the moving averages of batch normalisation. */
	readonly trainable: boolean;
}

/** The values of a network's weights by name, row by row. */
export type Weights = ReadonlyMap<string, Float32Array>;

/** A network with its weights. */
export interface TrainedNetwork {
	readonly network: Network;
	readonly weights: Weights;
}

/** A layer in its place: named, wired, with the shapes (without the batch) that go in and come out. */
export interface PlacedLayer {
	readonly name: string;
	readonly layer: Layer;
	/** Indexes of the layers whose outputs go in, `NETWORK_INPUT` for the network's input. */
	readonly inputs: readonly number[];
	/** Shape of the first input. */
	readonly inputShape: readonly number[];
	readonly outputShape: readonly number[];
	readonly weights: readonly WeightSpec[];
}

const GLYPH_SHAPE: readonly number[] = [GLYPH_SIDE, GLYPH_SIDE, 1];

export const inputShapeOf = ({ inputShape = GLYPH_SHAPE }: Network): readonly number[] => inputShape;

/** MaxPooling2D -> max_pooling2d, as Keras names layers. */
const kerasName = (type: string): string =>
	type
		.replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
		.replace(/([a-z])([A-Z])/g, "$1_$2")
		.toLowerCase();

/** Names every layer as Keras would (conv2d, conv2d_1, ...) and works out its shapes and weights. */
export function placeLayers(network: Network): PlacedLayer[] {
	const used = new Map<string, number>();
	const placed: PlacedLayer[] = [];
	for (const [i, layer] of network.layers.entries()) {
		const base = kerasName(layer.type);
		const before = used.get(base) ?? 0;
		used.set(base, before + 1);
		const name = before === 0 ? base : `${base}_${before}`;
		const inputs = network.wires?.[i] ?? [i - 1];
		const shapes = inputs.map((at) =>
			at === NETWORK_INPUT ? inputShapeOf(network) : placed[at].outputShape,
		);
		const weights = weightsOf(layer, shapes[0]).map(([weight, shape, trainable = true]) => ({
			name: `${name}/${weight}`,
			shape,
			trainable,
		}));
		const outputShape = outputShapeOf(layer, shapes);
		placed.push({ name, layer, inputs, inputShape: shapes[0], outputShape, weights });
	}
	return placed;
}

/** Every weight of a network, in order. */
export const weightSpecs = (network: Network): WeightSpec[] =>
	placeLayers(network).flatMap(({ weights }) => weights);

/** How many numbers a network holds, moving averages included, as Keras counts. */
export const parameterCount = (network: Network): number =>
	weightSpecs(network).reduce((count, { shape }) => count + sizeOf(shape), 0);

/** Multiplications and additions of convolutions and dense layers for one input; the rest is small beside them. */
export const operationCount = (network: Network): number =>
	placeLayers(network).reduce((count, { layer, outputShape, weights }) => {
		switch (layer.type) {
			case "Conv2D":
			case "DepthwiseConv2D":
				return count + 2 * outputShape[0] * outputShape[1] * sizeOf(weights[0].shape);
			case "Dense":
				return count + 2 * sizeOf(outputShape.slice(0, -1)) * sizeOf(weights[0].shape);
			default:
				return count;
		}
	}, 0);
