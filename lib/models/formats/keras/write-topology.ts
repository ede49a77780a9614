import type { KerasTopology } from "../../keras.ts";
import { inputShapeOf, NETWORK_INPUT, type Network, type PlacedLayer, placeLayers } from "../../network.ts";
import { type Dialect, kerasConfig } from "./write-layer.ts";

/** The name of the input in a functional model. */
const INPUT = "input_layer";

const isRow = (places: readonly PlacedLayer[]) =>
	places.every(({ inputs }, i) => inputs.length === 1 && inputs[0] === i - 1);

/** The network as a Keras model. Throws a UserError at a layer that Keras lacks. */
export function toKeras(network: Network, dialect: Dialect = "tfjs"): KerasTopology {
	const places = placeLayers(network);
	return isRow(places) ? sequential(network, places, dialect) : functional(network, places, dialect);
}

const shapeKey = (dialect: Dialect) => (dialect === "tfjs" ? "batch_input_shape" : "batch_shape");

/** Keras 3 finds classes by their module. */
const home = (dialect: Dialect) =>
	dialect === "keras3" ? { module: "keras.layers", registered_name: null } : {};

function inputLayer(network: Network, dialect: Dialect) {
	const shape = [null, ...inputShapeOf(network)];
	return {
		...home(dialect),
		class_name: "InputLayer",
		config: { [shapeKey(dialect)]: shape, dtype: "float32", sparse: false, name: INPUT },
	};
}

function sequential(network: Network, places: readonly PlacedLayer[], dialect: Dialect): KerasTopology {
	const layers = places.map((placed, i) => {
		const { className, config } = kerasConfig(placed, dialect);
		const first = dialect === "tfjs" && i === 0;
		return {
			...home(dialect),
			class_name: className,
			config: {
				name: placed.name,
				...(first && { [shapeKey(dialect)]: [null, ...inputShapeOf(network)] }),
				...config,
			},
		};
	});
	return {
		class_name: "Sequential",
		config: {
			name: network.id,
			layers: dialect === "keras3" ? [inputLayer(network, dialect), ...layers] : layers,
		},
	};
}

function functional(network: Network, places: readonly PlacedLayer[], dialect: Dialect): KerasTopology {
	const nameOf = (at: number) => (at === NETWORK_INPUT ? INPUT : places[at].name);
	const layers = places.map((placed) => {
		const { className, config } = kerasConfig(placed, dialect);
		return {
			...home(dialect),
			class_name: className,
			name: placed.name,
			config: { name: placed.name, ...config },
			inbound_nodes:
				dialect === "tfjs"
					? [placed.inputs.map((at) => [nameOf(at), 0, 0, {}])]
					: [keras3Node(placed, nameOf, places, network)],
		};
	});
	const last = places.at(-1)!.name;
	const ends = (name: string) => [[name, 0, 0]];
	return {
		class_name: dialect === "tfjs" ? "Model" : "Functional",
		config: {
			name: network.id,
			layers: [{ ...inputLayer(network, dialect), name: INPUT, inbound_nodes: [] }, ...layers],
			input_layers: ends(INPUT),
			output_layers: ends(last),
		},
	};
}

/** A call of a layer as Keras 3 writes it: merging layers take one list, all others one tensor. */
function keras3Node(
	{ inputs, layer }: PlacedLayer,
	nameOf: (at: number) => string,
	places: readonly PlacedLayer[],
	network: Network,
) {
	const tensors = inputs.map((at) => ({
		class_name: "__keras_tensor__",
		config: {
			shape: [null, ...(at === NETWORK_INPUT ? inputShapeOf(network) : places[at].outputShape)],
			dtype: "float32",
			keras_history: [nameOf(at), 0, 0],
		},
	}));
	const merges = MERGING.has(layer.type);
	return { args: merges ? [tensors] : tensors, kwargs: {} };
}

const MERGING = new Set(["Add", "Multiply", "Subtract", "Average", "Maximum", "Minimum", "Concatenate"]);
