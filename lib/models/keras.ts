import type { Activation, Layer } from "./layers.ts";
import { inputShapeOf, type Network } from "./network.ts";
import type { Size } from "./window.ts";

/** A layer as Keras writes it to JSON. */
export interface KerasLayer {
	readonly class_name: string;
	readonly config: Readonly<Record<string, unknown>>;
}

/** A network as Keras' JSON: Sequential where every layer follows the one before, else functional. */
export interface KerasTopology {
	readonly class_name: "Sequential" | "Model" | "Functional";
	readonly config: {
		readonly name: string;
		readonly layers: readonly KerasLayer[];
		readonly input_layers?: unknown;
		readonly output_layers?: unknown;
	};
}

function layerOf({ class_name, config }: KerasLayer): Layer {
	const number = (name: string) => config[name] as number;
	const sides = (name: string): Size => {
		const [high, wide] = config[name] as [number, number];
		return high === wide ? high : [high, wide];
	};
	const activation = config.activation as Activation;
	switch (class_name) {
		case "Conv2D":
			return {
				type: class_name,
				filters: number("filters"),
				kernelSize: sides("kernel_size"),
				strides: sides("strides"),
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
			return { type: class_name, poolSize: sides("pool_size") };
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

/**
 * The network in a file of the package: a row of those layers that its models have. Every worker that wakes reads one,
 * so this knows no more; `formats/` reads what others write. Throws at a layer that it does not know.
 */
export function fromKeras({ class_name, config }: KerasTopology): Network {
	if (class_name !== "Sequential") throw new Error(`A ${class_name} model is not supported.`);
	const network = { id: config.name, layers: config.layers.map(layerOf) };
	const inputShape = (config.layers[0].config.batch_input_shape as number[]).slice(1);
	return String(inputShape) === String(inputShapeOf(network)) ? network : { ...network, inputShape };
}
