import { userError } from "../../../user-error.ts";
import { type Hdf5Group, openHdf5 } from "../hdf5.ts";
import type { ReadModel } from "../model-file.ts";
import type { Kernel } from "../value.ts";
import { assemble, layersOf } from "./assemble.ts";
import { weightsNamed } from "./named-weights.ts";
import { type LayerEntry, type ModelEntry, readTopology } from "./topology.ts";

/** Reads a whole model that Keras wrote as HDF5 (`model.save("x.h5")`). */
export function readKerasH5(bytes: Uint8Array): ReadModel {
	const file = openHdf5(bytes);
	const config = file.attribute("model_config");
	const weights = file.group("model_weights");
	if (typeof config !== "string") throw refusalWithoutModel(file);
	if (!weights) throw userError("error.import.unreadable", { detail: "model_weights" });
	const model = readTopology(parsed(config));
	const version = String(file.attribute("keras_version") ?? "2");
	const own = byEntry(model, layerWeights(weights));
	const network = assemble(model, (entry) => own.get(entry) ?? [], !version.startsWith("3"));
	return { format: "Keras HDF5", networks: [network], guessed: false };
}

/** Keras itself goes by the order of the layers that have weights; names agree in all but a few files. */
function byEntry(model: ModelEntry, stored: readonly StoredLayer[]): Map<LayerEntry, readonly Kernel[]> {
	const own = new Map<LayerEntry, readonly Kernel[]>();
	const byName = new Map(stored.map((layer) => [layer.name, layer]));
	const known = model.layers.filter(({ name }) => byName.has(name)).length === stored.length;
	const inTurn = stored.filter(({ weights }) => weights.length > 0);
	for (const entry of model.layers) {
		const weighted = entry.model ? layersOf(entry.model).some(isWeighted) : isWeighted(entry);
		const layer = known ? byName.get(entry.name) : weighted ? inTurn.shift() : undefined;
		if (!layer) continue;
		if (!entry.model)
			own.set(
				entry,
				layer.weights.map(({ kernel }) => kernel),
			);
		else {
			// A model within the model keeps the weights of all its layers in one list.
			const tensors = new Map(layer.weights.map(({ path, kernel }) => [path, kernel]));
			for (const inner of layersOf(entry.model)) own.set(inner, weightsNamed(inner.name, tensors));
		}
	}
	return own;
}

const isWeighted = ({ className }: LayerEntry) =>
	/^(Dense|.*Conv.*2D|Convolution2D|.*Normalization.*|PReLU)$/.test(className);

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

/** A layer's weights in its own order. */
interface StoredLayer {
	readonly name: string;
	readonly weights: readonly { readonly path: string; readonly kernel: Kernel }[];
}

/** In the order of the file's own lists. */
const layerWeights = (weights: Hdf5Group): StoredLayer[] =>
	namesIn(weights, "layer_names").map((name) => {
		const group = weights.group(name);
		const paths = group ? namesIn(group, "weight_names") : [];
		return {
			name,
			weights: paths.map((path) => {
				const kernel = group?.array(path);
				if (!kernel) throw userError("error.import.unreadable", { detail: path });
				return { path, kernel };
			}),
		};
	});
