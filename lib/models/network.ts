import { GLYPH_SIDE } from "../glyph.ts";
import type { Layer } from "./layers.ts";

/** A feed-forward network as data. */
export interface Network {
	readonly id: string;
	/** What goes in at the first layer, without the batch; a glyph of shape [28, 28, 1] where nothing is said. */
	readonly inputShape?: readonly number[];
	readonly layers: readonly Layer[];
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

/** A layer in its place: named, with the shapes (without the batch) that go in and come out. */
export interface PlacedLayer {
	readonly name: string;
	readonly layer: Layer;
	readonly inputShape: readonly number[];
	readonly outputShape: readonly number[];
	readonly weights: readonly WeightSpec[];
}

const GLYPH_SHAPE: readonly number[] = [GLYPH_SIDE, GLYPH_SIDE, 1];

export const inputShapeOf = ({ inputShape = GLYPH_SHAPE }: Network): readonly number[] => inputShape;

export const sizeOf = (shape: readonly number[]): number => shape.reduce((size, side) => size * side, 1);

const KERAS_NAME: Record<Layer["type"], string> = {
	Conv2D: "conv2d",
	Dense: "dense",
	BatchNormalization: "batch_normalization",
	MaxPooling2D: "max_pooling2d",
	Dropout: "dropout",
	Activation: "activation",
	Flatten: "flatten",
	GlobalAveragePooling2D: "global_average_pooling2d",
};

function outputShapeOf(layer: Layer, [height, width, channels]: readonly number[]): readonly number[] {
	switch (layer.type) {
		case "Conv2D": {
			const lost = layer.padding === "same" ? 0 : layer.kernelSize - 1;
			const steps = (side: number) => Math.ceil((side - lost) / layer.strides);
			return [steps(height), steps(width), layer.filters];
		}
		case "MaxPooling2D":
			return [Math.floor(height / layer.poolSize), Math.floor(width / layer.poolSize), channels];
		case "Flatten":
			return [height * width * channels];
		case "GlobalAveragePooling2D":
			return [channels];
		case "Dense":
			return [layer.units];
		default:
			return channels === undefined ? [height] : [height, width, channels];
	}
}

type BareWeight = readonly [name: string, shape: readonly number[], trainable?: boolean];

function weightsOf(layer: Layer, inputShape: readonly number[]): readonly BareWeight[] {
	const channels = inputShape[inputShape.length - 1];
	switch (layer.type) {
		case "Conv2D": {
			const kernel: BareWeight = ["kernel", [layer.kernelSize, layer.kernelSize, channels, layer.filters]];
			return layer.useBias ? [kernel, ["bias", [layer.filters]]] : [kernel];
		}
		case "Dense":
			return [
				["kernel", [channels, layer.units]],
				["bias", [layer.units]],
			];
		case "BatchNormalization":
			return [
				["gamma", [channels]],
				["beta", [channels]],
				["moving_mean", [channels], false],
				["moving_variance", [channels], false],
			];
		default:
			return [];
	}
}

/** Names every layer as Keras would (conv2d, conv2d_1, ...) and works out its shapes and weights. */
export function placeLayers(network: Network): PlacedLayer[] {
	const used = new Map<string, number>();
	let inputShape = inputShapeOf(network);
	return network.layers.map((layer) => {
		const base = KERAS_NAME[layer.type];
		const before = used.get(base) ?? 0;
		used.set(base, before + 1);
		const name = before === 0 ? base : `${base}_${before}`;
		const weights = weightsOf(layer, inputShape).map(([weight, shape, trainable = true]) => ({
			name: `${name}/${weight}`,
			shape,
			trainable,
		}));
		const placed = { name, layer, inputShape, outputShape: outputShapeOf(layer, inputShape), weights };
		inputShape = placed.outputShape;
		return placed;
	});
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
		if (layer.type !== "Conv2D" && layer.type !== "Dense") return count;
		const places = layer.type === "Conv2D" ? outputShape[0] * outputShape[1] : 1;
		return count + 2 * places * sizeOf(weights[0].shape);
	}, 0);
