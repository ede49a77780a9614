import { userError } from "../../../user-error.ts";
import { type Hdf5Group, openHdf5 } from "../hdf5.ts";
import type { ReadModel } from "../model-file.ts";
import { textOf } from "../text.ts";
import type { Kernel } from "../value.ts";
import type { Zip } from "../zip.ts";
import { assemble } from "./assemble.ts";
import { parsed } from "./read-h5.ts";
import { isObject, type LayerEntry, type ModelEntry, readTopology } from "./topology.ts";

/** Reads a `.keras` file: a zip of `config.json` and `model.weights.h5`. */
export function readKerasZip(zip: Zip): ReadModel {
	const config = zip.read("config.json");
	const weights = zip.read("model.weights.h5");
	if (!config) throw userError("error.import.weightsOnly");
	if (!weights) {
		if (zip.names.includes("model.weights.npz")) throw userError("error.import.npz");
		throw userError("error.import.configOnly");
	}
	const model = readTopology(parsed(textOf(config)));
	const metadata = zip.read("metadata.json");
	const about = metadata ? parsed(textOf(metadata)) : null;
	const version = isObject(about) ? String(about.keras_version) : "3";
	const own = layerWeights(model, rootsOf(openHdf5(weights)));
	return {
		format: "Keras",
		networks: [assemble(model, (entry) => own.get(entry) ?? [], !version.startsWith("3"))],
		guessed: false,
	};
}

/** Conv2D -> conv2d, MaxPooling2D -> max_pooling2d, as Keras names what it saves. */
const snakeCase = (className: string): string =>
	className
		.replace(/\W+/g, "")
		.replace(/(.)([A-Z][a-z]+)/g, "$1_$2")
		.replace(/([a-z])([A-Z])/g, "$1_$2")
		.toLowerCase();

/** Where layers may be kept, by their names. */
type Root = (layer: string) => Hdf5Group | null;

/** Keras 2.12 to 2.14 have another name for the root; on Windows Keras 2 wrote the separator into the name. */
const rootsOf = (group: Hdf5Group): Root[] =>
	["layers", "_layer_checkpoint_dependencies"].map(
		(root) => (layer) => group.group(root)?.group(layer) ?? group.group(`${root}\\${layer}`),
	);

/** Layers are kept by class and how many of the class came before, whatever their own names are. */
function layerWeights(model: ModelEntry, roots: readonly Root[]): Map<LayerEntry, readonly Kernel[]> {
	const own = new Map<LayerEntry, readonly Kernel[]>();
	const counts = new Map<string, number>();
	for (const entry of model.layers) {
		const base = snakeCase(entry.className);
		const before = counts.get(base) ?? 0;
		counts.set(base, before + 1);
		const place = before === 0 ? base : `${base}_${before}`;
		const group = [place, entry.name]
			.flatMap((name) => roots.map((root) => root(name)))
			.find((found) => found !== null);
		if (!group) continue;
		if (!entry.model) own.set(entry, variablesIn(group));
		else for (const [inner, weights] of layerWeights(entry.model, rootsOf(group))) own.set(inner, weights);
	}
	return own;
}

function variablesIn(group: Hdf5Group): Kernel[] {
	const variables = group.group("vars");
	const own: Kernel[] = [];
	for (let i = 0; variables; i++) {
		const values = variables.array(String(i));
		if (!values) break;
		own.push(values);
	}
	return own;
}
