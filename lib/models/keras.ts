import type { Activation, Layer } from "./layers.ts";
import { inputShapeOf, type Network, placeLayers } from "./network.ts";

/** A layer as Keras writes it to JSON. */
export interface KerasLayer {
	readonly class_name: string;
	readonly config: Readonly<Record<string, unknown>>;
}

/** `modelTopology` of a TensorFlow.js layers model. */
export interface KerasTopology {
	readonly class_name: "Sequential";
	readonly config: { readonly name: string; readonly layers: readonly KerasLayer[] };
	readonly keras_version: string;
	readonly backend: string;
}

function configOf(layer: Layer): Record<string, unknown> {
	switch (layer.type) {
		case "Conv2D":
			return {
				filters: layer.filters,
				kernel_size: [layer.kernelSize, layer.kernelSize],
				strides: [layer.strides, layer.strides],
				padding: layer.padding,
				data_format: "channels_last",
				activation: layer.activation,
				use_bias: layer.useBias,
				kernel_regularizer: layer.l2 ? { class_name: "L1L2", config: { l1: 0, l2: layer.l2 } } : null,
			};
		case "Dense":
			return { units: layer.units, activation: layer.activation, use_bias: true };
		case "BatchNormalization":
			return {
				axis: -1,
				momentum: layer.momentum,
				epsilon: layer.epsilon,
				center: true,
				scale: true,
			};
		case "MaxPooling2D": {
			const size = [layer.poolSize, layer.poolSize];
			return { pool_size: size, strides: size, padding: "valid", data_format: "channels_last" };
		}
		case "Dropout":
			return { rate: layer.rate };
		case "Activation":
			return { activation: layer.activation };
		default:
			return {};
	}
}

/** The network as a Keras Sequential model. */
export function toKeras(network: Network): KerasTopology {
	const layers = placeLayers(network).map(({ name, layer }, i) => ({
		class_name: layer.type,
		config: {
			name,
			...(i === 0 && { batch_input_shape: [null, ...inputShapeOf(network)] }),
			...configOf(layer),
		},
	}));
	return {
		class_name: "Sequential",
		config: { name: network.id, layers },
		keras_version: "tfjs-layers 4.22.0",
		backend: "tensor_flow.js",
	};
}

function layerOf({ class_name, config }: KerasLayer): Layer {
	const number = (name: string) => config[name] as number;
	const side = (name: string) => (config[name] as [number, number])[0];
	const activation = config.activation as Activation;
	switch (class_name) {
		case "Conv2D":
			return {
				type: class_name,
				filters: number("filters"),
				kernelSize: side("kernel_size"),
				strides: side("strides"),
				padding: config.padding as "same" | "valid",
				useBias: config.use_bias as boolean,
				activation,
				l2: (config.kernel_regularizer as { config: { l2: number } } | null)?.config.l2 ?? 0,
			};
		case "Dense":
			return { type: class_name, units: number("units"), activation };
		case "BatchNormalization":
			return { type: class_name, momentum: number("momentum"), epsilon: number("epsilon") };
		case "MaxPooling2D":
			return { type: class_name, poolSize: side("pool_size") };
		case "Dropout":
			return { type: class_name, rate: number("rate") };
		case "Activation":
			return { type: class_name, activation };
		case "Flatten":
		case "GlobalAveragePooling2D":
			return { type: class_name };
		default:
			throw new Error(`The layer ${class_name} is not supported.`);
	}
}

/** The network that `toKeras` wrote. Throws at a layer that it does not know. */
export function fromKeras({ config }: KerasTopology): Network {
	const network = { id: config.name, layers: config.layers.map(layerOf) };
	const inputShape = (config.layers[0].config.batch_input_shape as number[]).slice(1);
	return String(inputShape) === String(inputShapeOf(network)) ? network : { ...network, inputShape };
}
