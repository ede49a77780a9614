import { userError } from "../../user-error.ts";
import { sizeOf } from "../layer-shapes.ts";
import { operationCount, weightSpecs } from "../network.ts";
import { assemble } from "./keras/assemble.ts";
import { weightsNamed } from "./keras/named-weights.ts";
import { parsed, readKerasH5 } from "./keras/read-h5.ts";
import { readKerasZip } from "./keras/read-zip.ts";
import { readTopology } from "./keras/topology.ts";
import { type FileKind, kindOf } from "./kind.ts";
import { LIMITS } from "./limits.ts";
import { baseName, type ModelFile, type ReadModel } from "./model-file.ts";
import { externalNames, readOnnx } from "./onnx/read.ts";
import { readSafetensors } from "./safetensors.ts";
import { type Beside, shardNames } from "./tfjs/manifest.ts";
import { readTfjsGraph } from "./tfjs/read-graph.ts";
import { readTfjsLayers } from "./tfjs/read-layers.ts";
import { designsFor } from "./torch/designs.ts";
import { readTorchLegacy, readTorchZip } from "./torch/read.ts";
import type { NamedTensor } from "./torch/state-dict.ts";
import { megabytes } from "./zip.ts";

/** The names of the files that belong to a model's main file; none where it is whole by itself. */
export function companionNames({ bytes }: ModelFile): string[] {
	try {
		const kind = kindOf(bytes);
		if (kind.kind === "onnx") return externalNames(bytes);
		if (kind.kind === "tfjsLayers" || kind.kind === "tfjsGraph") return shardNames(kind.json.weightsManifest);
	} catch {
		// What is wrong with it is said when it is read.
	}
	return [];
}

/** Reads one model. Throws a UserError that says what is wrong and what to do instead. */
export function readModel({ bytes }: ModelFile, beside: Beside): ReadModel {
	try {
		if (bytes.length > LIMITS.bytes)
			throw userError("error.import.size", { size: megabytes(bytes.length), most: megabytes(LIMITS.bytes) });
		const model = readKind(kindOf(bytes), bytes, beside);
		for (const { trained } of model.networks) check(trained);
		return model;
	} catch (error) {
		if (error instanceof Error && error.name === "UserError") throw error;
		// Whatever a broken file makes a reader stumble over.
		const detail = error instanceof Error ? error.message : String(error);
		throw userError("error.import.unreadable", { detail });
	}
}

function readKind(kind: FileKind, bytes: Uint8Array, beside: Beside): ReadModel {
	switch (kind.kind) {
		case "hdf5":
			return readKerasH5(bytes);
		case "keras":
			return readKerasZip(kind.zip);
		case "torch":
			return readTorchZip(kind.zip, kind.folder);
		case "torchLegacy":
			return readTorchLegacy(bytes);
		case "safetensors": {
			const { tensors, metadata } = readSafetensors(bytes);
			if (typeof metadata.keras === "string") return readNoted(metadata.keras, tensors);
			return { format: "safetensors", ...designsFor(tensors), guessed: true };
		}
		case "tfjsLayers":
			return readTfjsLayers(kind.json, beside);
		case "tfjsGraph":
			return readTfjsGraph(kind.json, beside);
		case "onnx":
			return readOnnx(bytes, beside);
		case "archive":
			throw userError("error.import.none");
	}
}

/** Weights under their Keras names with the network in the file's notes, as `toSafetensors` writes them. */
function readNoted(keras: string, tensors: readonly NamedTensor[]): ReadModel {
	const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]));
	const network = assemble(readTopology(parsed(keras)), ({ name }) => weightsNamed(name, byName), false);
	return { format: "safetensors", networks: [network], guessed: false };
}

function check({ network, weights }: ReadModel["networks"][number]["trained"]): void {
	const values = weightSpecs(network).reduce((sum, { shape }) => sum + sizeOf(shape), 0);
	if (values > LIMITS.values) throw userError("error.import.values", { most: LIMITS.values / 2 ** 20 });
	const operations = operationCount(network);
	if (operations > LIMITS.operations)
		throw userError("error.import.operations", {
			count: Math.round(operations / 1e6),
			most: LIMITS.operations / 1e6,
		});
	for (const own of weights.values())
		for (let i = 0; i < own.length; i++)
			if (!Number.isFinite(own[i])) throw userError("error.import.notFinite");
}

/** Finds files by their name without folders, in the folder of the main file. */
export function filesBeside(main: ModelFile, files: readonly ModelFile[]): Beside {
	const folderOf = (name: string) => name.slice(0, name.length - baseName(name).length);
	const folder = folderOf(main.name);
	return (name) =>
		files.find((file) => file !== main && folderOf(file.name) === folder && baseName(file.name) === name);
}
