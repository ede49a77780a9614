import { userError } from "../../user-error.ts";
import { sizeOf } from "../layer-shapes.ts";
import { fromHalves } from "../quantisation.ts";
import { fromBrainFloats } from "./hdf5.ts";
import { parsed } from "./keras/read-h5.ts";
import { isObject } from "./keras/topology.ts";
import { LIMITS } from "./limits.ts";
import { textOf } from "./text.ts";
import type { NamedTensor } from "./torch/state-dict.ts";

const BYTES: Readonly<Record<string, number>> = {
	F64: 8,
	F32: 4,
	F16: 2,
	BF16: 2,
	I64: 8,
	I32: 4,
	U8: 1,
	BOOL: 1,
};

/** The tensors of a safetensors file in its order, and what its writer noted. https://github.com/huggingface/safetensors */
export function readSafetensors(bytes: Uint8Array): {
	readonly tensors: readonly NamedTensor[];
	readonly metadata: Readonly<Record<string, unknown>>;
} {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const start = 8 + Number(view.getBigUint64(0, true));
	const header = parsed(textOf(bytes.subarray(8, start)));
	if (!isObject(header)) throw unreadable("safetensors");
	const { __metadata__: metadata, ...described } = header;
	let left: number = LIMITS.values;
	const tensors = Object.entries(described).map(([name, about]) => {
		const { shape, dtype, from, to } = readEntry(name, about);
		const size = sizeOf(shape);
		left -= size;
		if (!(left >= 0)) throw userError("error.import.values", { most: LIMITS.values / 2 ** 20 });
		if (!(dtype in BYTES)) throw userError("error.import.dtype", { dtype });
		if (to - from !== size * BYTES[dtype] || start + to > bytes.length)
			throw unreadable(`${name} is cut short`);
		return { name, shape, values: numbersOf(dtype, bytes.slice(start + from, start + to).buffer) };
	});
	return { tensors, metadata: isObject(metadata) ? metadata : {} };
}

const unreadable = (detail: string) => userError("error.import.unreadable", { detail });

function readEntry(name: string, about: unknown) {
	const count = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
	if (!isObject(about) || !Array.isArray(about.shape) || !Array.isArray(about.data_offsets))
		throw unreadable(name);
	const { shape, data_offsets: offsets, dtype } = about;
	if (!shape.every(count) || offsets.length !== 2 || !offsets.every(count)) throw unreadable(name);
	return { shape, dtype: String(dtype), from: offsets[0], to: offsets[1] };
}

function numbersOf(dtype: string, buffer: ArrayBuffer): Float32Array {
	switch (dtype) {
		case "F32":
			return new Float32Array(buffer);
		case "F64":
			return Float32Array.from(new Float64Array(buffer));
		case "F16":
			return fromHalves(new Uint16Array(buffer));
		case "BF16":
			return fromBrainFloats(new Uint16Array(buffer));
		case "I64":
			return Float32Array.from(new BigInt64Array(buffer), Number);
		case "I32":
			return Float32Array.from(new Int32Array(buffer));
		default:
			return Float32Array.from(new Uint8Array(buffer));
	}
}
