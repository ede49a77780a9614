import { userError } from "../../../user-error.ts";
import type { ReadModel } from "../model-file.ts";
import { textOf } from "../text.ts";
import type { Zip } from "../zip.ts";
import { designsFor } from "./designs.ts";
import { readPickle } from "./pickle.ts";
import { Built, GlobalName, Persistent, type Pickled, STORAGE } from "./pickled.ts";
import { type NamedTensor, tensorsIn } from "./state-dict.ts";

/** The number that `torch.save` wrote first before version 1.6. */
const MAGIC = 0x1950a86a20f9469cfc6cn;

/** Reads a state dict that PyTorch 1.6 and later saved: a zip of one pickle and a file a storage. */
export function readTorchZip(zip: Zip, folder: string): ReadModel {
	const pickle = zip.read(`${folder}data.pkl`);
	if (!pickle) throw userError("error.import.noTensors");
	const order = zip.read(`${folder}byteorder`);
	if (order && textOf(order).startsWith("big"))
		throw userError("error.import.dtype", { dtype: "big-endian" });
	const { value } = readPickle(pickle);
	return modelOf(tensorsIn(value, (key) => zip.read(`${folder}data/${key}`)));
}

const BYTES: Readonly<Record<string, number>> = {
	Double: 8,
	Long: 8,
	Float: 4,
	Int: 4,
	Half: 2,
	BFloat16: 2,
	Short: 2,
};

/**
 * Reads a state dict of before: pickles in a row (magic number, protocol, system, the dict, keys of the storages),
 * then each storage with its length before it.
 */
export function readTorchLegacy(bytes: Uint8Array): ReadModel {
	const first = readPickle(bytes);
	// Numbers of 80 bits come out rounded.
	if (first.value !== Number(MAGIC)) throw userError("error.import.noTensors");
	let at = first.end;
	const next = (): Pickled => {
		const { value, end } = readPickle(bytes, at);
		at = end;
		return value;
	};
	next();
	next();
	const dict = next();
	const keys = next();
	if (!Array.isArray(keys)) throw userError("error.import.unreadable", { detail: "keys" });
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const sizes = storageSizes(dict);
	const storages = new Map<string, Uint8Array>();
	for (const key of keys.map(String)) {
		if (at + 8 > bytes.length) throw userError("error.import.unreadable", { detail: `storage ${key}` });
		const length = Number(view.getBigInt64(at, true)) * (sizes.get(key) ?? 4);
		at += 8;
		if (!(length >= 0) || at + length > bytes.length)
			throw userError("error.import.unreadable", { detail: `storage ${key} is cut short` });
		storages.set(key, bytes.subarray(at, at + length));
		at += length;
	}
	return modelOf(tensorsIn(dict, (key) => storages.get(key) ?? null));
}

/** How many bytes a number has in each storage, which is said where a tensor uses it. */
function storageSizes(pickled: Pickled): Map<string, number> {
	const sizes = new Map<string, number>();
	const seen = new Set<Pickled>();
	const look = (value: Pickled): void => {
		if (typeof value !== "object" || value === null || seen.has(value)) return;
		seen.add(value);
		if (value instanceof Map) for (const one of value.values()) look(one);
		else if (Array.isArray(value)) for (const one of value) look(one);
		else if (value instanceof Built) for (const one of value.from) look(one);
		else if (value instanceof Persistent && Array.isArray(value.id) && value.id[1] instanceof GlobalName) {
			const type = STORAGE.exec(value.id[1].name)?.[1] ?? "";
			sizes.set(String(value.id[2]), BYTES[type] ?? 1);
		}
	};
	look(pickled);
	return sizes;
}

function modelOf(tensors: readonly NamedTensor[]): ReadModel {
	return { format: "PyTorch", ...designsFor(tensors), guessed: true };
}
