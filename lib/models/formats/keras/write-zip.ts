import { zipSync } from "fflate";
import { type PlacedLayer, placeLayers, type TrainedNetwork } from "../../network.ts";
import { type Hdf5Node, writeHdf5 } from "../hdf5-writer.ts";
import { toKeras } from "./write-topology.ts";

/** Which version's rules the file follows. */
const KERAS_VERSION = "3.10.0";
/** The first moment that a zip can name: the same model gives the same bytes. */
const EPOCH = new Date(1980, 0, 1);

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** The network as a `.keras` file. Throws a UserError at a layer that Keras lacks. */
export function toKerasZip({ network, weights }: TrainedNetwork): Uint8Array {
	const layers = new Map<string, Hdf5Node>();
	for (const placed of placeLayers(network)) layers.set(placed.name, variablesOf(placed));
	function variablesOf({ weights: specs }: PlacedLayer): Hdf5Node {
		const variables = specs.map(({ name, shape }, i): [string, Hdf5Node] => [
			String(i),
			{ shape, values: weights.get(name)! },
		]);
		return { children: new Map([["vars", { children: new Map(variables) }]]) };
	}
	// Names of layers count by class, as Keras' own within the file do.
	const file = writeHdf5({ children: new Map([["layers", { children: layers }]]) });
	const topology = {
		module: network.wires ? "keras.src.models.functional" : "keras",
		...toKeras(network, "keras3"),
		registered_name: network.wires ? "Functional" : null,
	};
	return zipSync(
		{
			"metadata.json": json({ keras_version: KERAS_VERSION, date_saved: "1980-01-01@00:00:00" }),
			"config.json": json(topology),
			"model.weights.h5": file,
		},
		{ level: 0, mtime: EPOCH },
	);
}
