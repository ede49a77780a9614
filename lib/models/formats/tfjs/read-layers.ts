import { userError } from "../../../user-error.ts";
import type { Kernel } from "../graph-builder.ts";
import { assemble } from "../keras/assemble.ts";
import { isObject, readTopology } from "../keras/topology.ts";
import type { ReadModel } from "../model-file.ts";
import { type Beside, readManifest } from "./manifest.ts";

/** Keras' order of the weights within a layer; files may list them by the alphabet. */
const ORDER = [
	"kernel",
	"depthwise_kernel",
	"pointwise_kernel",
	"gamma",
	"beta",
	"moving_mean",
	"moving_variance",
	"mean",
	"variance",
	"count",
	"alpha",
	"bias",
];

/** Reads a TensorFlow.js layers model: `model.json`, already parsed, and its shards. */
export function readTfjsLayers(json: Readonly<Record<string, unknown>>, beside: Beside): ReadModel {
	const topology = json.modelTopology;
	const config = isObject(topology) && isObject(topology.model_config) ? topology.model_config : topology;
	const model = readTopology(config);
	const tensors = readManifest(json.weightsManifest, beside);
	if (tensors.size === 0) throw userError("error.import.configOnly");
	const version = isObject(topology) ? String(topology.keras_version ?? "2") : "2";
	const network = assemble(model, ({ name }) => weightsNamed(name, tensors), !version.startsWith("3"));
	return {
		format: "TensorFlow.js layers",
		networks: [network],
		guessed: false,
		...(json.userDefinedMetadata !== undefined && { own: json.userDefinedMetadata }),
	};
}

/** The weights whose path has the layer's name right before their own: "dense/kernel", "sequential/dense/kernel". */
export function weightsNamed(layer: string, tensors: ReadonlyMap<string, Kernel>): Kernel[] {
	const own: { place: number; kernel: Kernel }[] = [];
	for (const [path, kernel] of tensors) {
		const parts = path.replace(/:\d+$/, "").split("/");
		const name = parts.pop()!;
		if (parts.join("/") === layer || parts.join("/").endsWith(`/${layer}`))
			own.push({ place: ORDER.indexOf(name), kernel });
	}
	return own.sort((a, b) => a.place - b.place).map(({ kernel }) => kernel);
}
