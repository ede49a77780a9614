import { userError } from "../../user-error.ts";
import { hdf5Start } from "./hdf5.ts";
import { parsed } from "./keras/read-h5.ts";
import { isObject } from "./keras/topology.ts";
import { beginning, textOf } from "./text.ts";
import { openZip, type Zip } from "./zip.ts";

/** What a file is by its content; its name says nothing. */
export type FileKind =
	| { readonly kind: "hdf5" }
	| { readonly kind: "keras"; readonly zip: Zip }
	| { readonly kind: "torch"; readonly zip: Zip; readonly folder: string }
	| { readonly kind: "torchLegacy" }
	| { readonly kind: "archive"; readonly zip: Zip }
	| { readonly kind: "safetensors" }
	| { readonly kind: "tfjsLayers" | "tfjsGraph"; readonly json: Readonly<Record<string, unknown>> }
	| { readonly kind: "onnx" };

const startsWith = (bytes: Uint8Array, ...prefix: number[]) => prefix.every((byte, i) => bytes[i] === byte);

/** Tells what a file is. Throws a UserError that says what to do instead where it is no model that can be read. */
export function kindOf(bytes: Uint8Array): FileKind {
	if (bytes.length === 0) throw userError("error.import.empty");
	if (hdf5Start(bytes) !== null) return { kind: "hdf5" };
	if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return zipKind(openZip(bytes));
	if (isSafetensors(bytes)) return { kind: "safetensors" };
	// A pickle says its protocol first, 2 to 5.
	if (bytes[0] === 0x80 && bytes[1] >= 2 && bytes[1] <= 5) return { kind: "torchLegacy" };
	if (textOf(bytes.subarray(4, 8)) === "TFL3") throw userError("error.import.tflite");
	const text = beginning(bytes);
	if (text.startsWith("version https://git-lfs")) throw userError("error.import.gitLfs");
	if (/^<(!doctype|html|head|\?xml)/.test(text)) throw userError("error.import.html");
	if (text.startsWith("{")) return jsonKind(bytes);
	if (isText(bytes)) throw userError("error.import.text");
	// SavedModel: its schema's version 1, then graphs. ONNX' own version is never so low.
	if (startsWith(bytes, 0x08, 0x01, 0x12)) throw userError("error.import.savedModel");
	if (bytes[0] === 0x08) return { kind: "onnx" };
	if (bytes[0] === 0x0a) return frozenOrOnnx(bytes);
	throw userError("error.import.unknown");
}

function zipKind(zip: Zip): FileKind {
	const has = (test: (name: string) => boolean) => zip.names.some(test);
	if (zip.names.includes("config.json") && has((name) => name.startsWith("model.weights")))
		return { kind: "keras", zip };
	const pickle = zip.names.find((name) => /^([^/]*\/)?data\.pkl$/.test(name));
	if (pickle !== undefined) {
		const folder = pickle.slice(0, -"data.pkl".length);
		if (has((name) => name.startsWith(`${folder}code/`) || name === `${folder}constants.pkl`))
			throw userError("error.import.torchScript");
		return { kind: "torch", zip, folder };
	}
	if (zip.names.length > 0 && zip.names.every((name) => name.endsWith(".npy")))
		throw userError("error.import.npz");
	return { kind: "archive", zip };
}

/** A length of 64 bits, then as much JSON. */
function isSafetensors(bytes: Uint8Array): boolean {
	if (bytes.length < 10 || bytes[8] !== 0x7b) return false;
	const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
	return length >= 2n && length <= BigInt(bytes.length - 8);
}

function jsonKind(bytes: Uint8Array): FileKind {
	const json = parsed(textOf(bytes).replace(/^\uFEFF/, ""));
	if (!isObject(json)) throw userError("error.import.foreignJson");
	const { modelTopology: topology } = json;
	if (isObject(topology)) {
		if (Array.isArray(topology.node)) return { kind: "tfjsGraph", json };
		if (isObject(topology.model_config) || topology.class_name) return { kind: "tfjsLayers", json };
	}
	if ("nbformat" in json) throw userError("error.import.notebook");
	const keras = typeof json.class_name === "string" && json.config !== undefined;
	throw userError(keras ? "error.import.configOnly" : "error.import.foreignJson");
}

/** Nothing but printable characters and white space, as far as one looks. */
function isText(bytes: Uint8Array): boolean {
	const looked = bytes.subarray(0, 4096);
	return looked.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

/** A frozen graph begins with a node that has a name and an operation; ONNX' first field is its version. */
function frozenOrOnnx(bytes: Uint8Array): FileKind {
	const text = textOf(bytes.subarray(0, 200));
	if (text.includes("Placeholder") || text.includes("Const")) throw userError("error.import.frozenGraph");
	return { kind: "onnx" };
}
