import { userError } from "../../../user-error.ts";
import { assemble } from "../keras/assemble.ts";
import { weightsNamed } from "../keras/named-weights.ts";
import { isObject, readTopology } from "../keras/topology.ts";
import type { ReadModel } from "../model-file.ts";
import { type Beside, readManifest } from "./manifest.ts";

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
