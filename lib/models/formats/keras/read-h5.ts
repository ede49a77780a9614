import { userError } from "../../../user-error.ts";
import type { Kernel } from "../graph-builder.ts";
import { type Hdf5Group, openHdf5 } from "../hdf5.ts";
import type { ReadModel } from "../model-file.ts";
import { assemble } from "./assemble.ts";
import { readTopology } from "./topology.ts";

/** Reads a whole model that Keras wrote as HDF5 (`model.save("x.h5")`). */
export function readKerasH5(bytes: Uint8Array): ReadModel {
	const file = openHdf5(bytes);
	const config = file.attribute("model_config");
	const weights = file.group("model_weights");
	if (typeof config !== "string") throw refusalWithoutModel(file);
	if (!weights) throw userError("error.import.unreadable", { detail: "model_weights" });
	const model = readTopology(parsed(config));
	const byLayer = layerWeights(weights);
	const names = new Set(byLayer.keys());
	const named = model.layers.filter(({ name }) => names.has(name)).length;
	const inTurn = [...byLayer.values()].filter((own) => own.length > 0);
	// Keras itself goes by the order of the layers that have weights; names agree in all but a few files.
	const ordered = new Map<number, readonly Kernel[]>();
	if (named < byLayer.size) {
		let next = 0;
		for (const [at, { className }] of model.layers.entries())
			if (WEIGHTED.test(className)) ordered.set(at, inTurn[next++] ?? []);
	}
	const version = String(file.attribute("keras_version") ?? "2");
	const network = assemble(
		model,
		({ name }, at) => byLayer.get(name) ?? ordered.get(at) ?? [],
		!version.startsWith("3"),
	);
	return { format: "Keras HDF5", networks: [network], guessed: false };
}

const WEIGHTED = /^(Dense|.*Conv.*2D|Convolution2D|.*Normalization.*|PReLU)$/;

export function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		throw userError("error.import.unreadable", { detail: "JSON" });
	}
}

/** HDF5 without a network: `save_weights`, or something else altogether. */
function refusalWithoutModel(file: Hdf5Group): Error {
	const weights =
		file.attribute("layer_names") !== null ||
		file.attribute("layer_names0") !== null ||
		file.keys.some((key) => ["layers", "_layer_checkpoint_dependencies", "model_weights"].includes(key));
	return userError(weights ? "error.import.weightsOnly" : "error.import.noTensors");
}

/** An attribute that is a list of names; Keras splits long lists into `name0`, `name1`, ... */
function namesIn(group: Hdf5Group, attribute: string): string[] {
	const whole = group.attribute(attribute);
	if (whole !== null) return [whole].flat().map(String);
	const parts: string[] = [];
	for (let i = 0; ; i++) {
		const part = group.attribute(`${attribute}${i}`);
		if (part === null) return parts;
		parts.push(...[part].flat().map(String));
	}
}

/** The weights of every layer, in the order of the file's own lists. */
function layerWeights(weights: Hdf5Group): Map<string, readonly Kernel[]> {
	return new Map(
		namesIn(weights, "layer_names").map((name) => {
			const group = weights.group(name);
			const own = group ? namesIn(group, "weight_names") : [];
			return [
				name,
				own.map((path) => {
					const values = group?.array(path);
					if (!values) throw userError("error.import.unreadable", { detail: path });
					return values;
				}),
			];
		}),
	);
}
