import { userError } from "../../../user-error.ts";
import { sizeOf } from "../../layer-shapes.ts";
import { fromHalves } from "../../quantisation.ts";
import { fromBrainFloats } from "../hdf5.ts";
import { LIMITS } from "../limits.ts";
import type { Kernel } from "../value.ts";
import {
	Built,
	GlobalName,
	Persistent,
	type Pickled,
	REBUILD_PARAMETER,
	REBUILD_TENSOR,
	STORAGE,
} from "./pickled.ts";

/** A tensor of a state dict under its name, as PyTorch lays it out: [out, in, height, width] or [out, in]. */
export interface NamedTensor extends Kernel {
	readonly name: string;
}

/** The bytes of a storage by its key; null where there is none. */
export type StorageBytes = (key: string) => Uint8Array | null;

const unreadable = (detail: string) => userError("error.import.unreadable", { detail });

/** Keys under which trainers keep the state dict beside epoch and optimizer. */
const WITHIN = [
	"state_dict",
	"model_state_dict",
	"model_state",
	"model",
	"net",
	"network",
	"weights",
	"params",
];

/** Checkpoints within checkpoints are opened this often. */
const DEPTH = 4;

/** The tensors in what a pickle holds, in its order. Throws a UserError where there are none. */
export function tensorsIn(pickled: Pickled, bytesOf: StorageBytes): NamedTensor[] {
	const dict = stateDictIn(pickled);
	if (!dict) throw userError("error.import.noTensors");
	let left: number = LIMITS.values;
	const tensors: NamedTensor[] = [];
	for (const [name, value] of dict) {
		const stored = tensorIn(value);
		if (typeof name !== "string" || !stored) continue;
		const tensor = tensorOf(name, stored, bytesOf, left);
		left -= tensor.values.length;
		tensors.push(tensor);
	}
	return tensors;
}

/** A tensor, or the one in a parameter. */
function tensorIn(value: Pickled): Built | null {
	if (!(value instanceof Built)) return null;
	return value.by === REBUILD_PARAMETER
		? tensorIn(value.from[0])
		: value.by === REBUILD_TENSOR
			? value
			: null;
}

/** Trainers put the state dict beside epoch, accuracy and the optimizer's numbers. */
function stateDictIn(pickled: Pickled): Map<Pickled, Pickled> | null {
	const found = dictsIn(pickled, DEPTH).sort((a, b) => layersIn(b) - layersIn(a));
	return found[0] && tensorsOf(found[0]).length > 0 ? found[0] : null;
}

/** Dicts within dicts, those under the usual keys first. */
function dictsIn(pickled: Pickled, depth: number): Map<Pickled, Pickled>[] {
	if (!(pickled instanceof Map) || depth === 0) return [];
	const keys = [...WITHIN, ...[...pickled.keys()].filter((key) => !/optim/i.test(String(key)))];
	return [pickled, ...[...new Set(keys)].flatMap((key) => dictsIn(pickled.get(key) ?? null, depth - 1))];
}

const tensorsOf = (dict: Map<Pickled, Pickled>): Built[] =>
	[...dict.values()].map(tensorIn).filter((tensor) => tensor !== null);

/** How many of its tensors are matrices or kernels. */
const layersIn = (dict: Map<Pickled, Pickled>): number =>
	tensorsOf(dict).filter(({ from: [, , size] }) => Array.isArray(size) && size.length > 1).length;

function tensorOf(name: string, { from }: Built, bytesOf: StorageBytes, left: number): NamedTensor {
	const [storage, offset, size, stride] = from;
	const shape = sidesIn(size);
	const strides = sidesIn(stride);
	const count = sizeOf(shape);
	if (!(count <= left)) throw userError("error.import.values", { most: LIMITS.values / 2 ** 20 });
	if (typeof offset !== "number" || offset < 0 || strides.length !== shape.length) throw unreadable(name);
	const stored = storageOf(storage, bytesOf);
	const values = new Float32Array(count);
	const index = new Array<number>(shape.length).fill(0);
	for (let i = 0; i < count; i++) {
		const place = strides.reduce((sum, step, axis) => sum + step * index[axis], offset);
		if (!(place < stored.length)) throw unreadable(`${name} is cut short`);
		values[i] = stored[place];
		for (let axis = shape.length - 1; axis >= 0 && ++index[axis] === shape[axis]; axis--) index[axis] = 0;
	}
	return { name, shape, values };
}

function sidesIn(pickled: Pickled): number[] {
	if (!Array.isArray(pickled)) throw unreadable("a tensor has no shape");
	return pickled.map((side) => {
		if (typeof side !== "number" || !Number.isSafeInteger(side) || side < 0)
			throw unreadable("a tensor's shape");
		return side;
	});
}

/** ("storage", torch.FloatStorage, key, device, count, ...) */
function storageOf(persistent: Pickled, bytesOf: StorageBytes): ArrayLike<number> {
	const id = persistent instanceof Persistent ? persistent.id : null;
	if (!Array.isArray(id) || id[0] !== "storage" || !(id[1] instanceof GlobalName))
		throw unreadable("storage");
	const type = STORAGE.exec(id[1].name)?.[1] ?? "";
	const bytes = bytesOf(String(id[2]));
	if (!bytes) throw unreadable(`the storage ${String(id[2])} is missing`);
	return numbersOf(type, bytes);
}

function numbersOf(type: string, bytes: Uint8Array): ArrayLike<number> {
	const aligned = (size: number) => bytes.slice(0, bytes.length - (bytes.length % size)).buffer;
	switch (type) {
		case "Float":
			return new Float32Array(aligned(4));
		case "Double":
			return new Float64Array(aligned(8));
		case "Half":
			return fromHalves(new Uint16Array(aligned(2)));
		case "BFloat16":
			return fromBrainFloats(new Uint16Array(aligned(2)));
		case "Long":
			return Array.from(new BigInt64Array(aligned(8)), Number);
		case "Int":
			return new Int32Array(aligned(4));
		case "Short":
			return new Int16Array(aligned(2));
		case "Char":
			return new Int8Array(aligned(1));
		default:
			return new Uint8Array(aligned(1));
	}
}
