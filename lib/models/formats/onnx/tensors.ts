import { userError } from "../../../user-error.ts";
import { sizeOf } from "../../layer-shapes.ts";
import { fromHalves } from "../../quantisation.ts";
import type { Constant } from "../constant.ts";
import { fromBrainFloats } from "../hdf5.ts";
import { LIMITS } from "../limits.ts";
import { baseName } from "../model-file.ts";
import type { Beside } from "../tfjs/manifest.ts";
import type { TensorMessage } from "./messages.ts";

// TensorProto.DataType
const BYTES: Readonly<Record<number, number>> = { 1: 4, 2: 1, 3: 1, 6: 4, 7: 8, 9: 1, 10: 2, 11: 8, 16: 2 };
const FLOAT = 1;
const FLOAT16 = 10;
const BFLOAT16 = 16;
const NAMES: Readonly<Record<number, string>> = { 4: "uint16", 5: "int16", 8: "string", 14: "complex64" };

const unreadable = (detail: string) => userError("error.import.unreadable", { detail });

/** The numbers of a tensor, wherever the file has them. Throws a UserError where they are not there. */
export function constantOf(tensor: TensorMessage, beside: Beside): Constant {
	const size = sizeOf(tensor.dims);
	if (size > LIMITS.values) throw userError("error.import.values", { most: LIMITS.values / 2 ** 20 });
	if (!(tensor.type in BYTES))
		throw userError("error.import.dtype", { dtype: NAMES[tensor.type] ?? `ONNX ${tensor.type}` });
	const raw = tensor.external ? externalBytes(tensor, size, beside) : tensor.raw;
	const values = raw ? fromRaw(raw, tensor.type, size) : fromList(tensor);
	if (values.length !== size) throw unreadable(`${tensor.name} has ${values.length} values, not ${size}`);
	return { shape: tensor.dims, values };
}

function externalBytes({ external, type }: TensorMessage, size: number, beside: Beside): Uint8Array {
	const { location, offset, length = size * BYTES[type] } = external!;
	const name = baseName(location);
	const file = beside(name);
	if (!file) throw userError("error.import.missing", { missing: name });
	if (!(offset >= 0 && length >= 0 && offset + length <= file.bytes.length))
		throw unreadable(`${name} is too short`);
	return file.bytes.subarray(offset, offset + length);
}

function fromRaw(raw: Uint8Array, type: number, size: number): ArrayLike<number> {
	if (raw.length !== size * BYTES[type]) throw unreadable("a tensor has another length than its shape says");
	const { buffer } = raw.slice();
	switch (type) {
		case FLOAT:
			return new Float32Array(buffer);
		case 2:
		case 9:
			return new Uint8Array(buffer);
		case 3:
			return new Int8Array(buffer);
		case 6:
			return new Int32Array(buffer);
		case 7:
			return Array.from(new BigInt64Array(buffer), Number);
		case FLOAT16:
			return fromHalves(new Uint16Array(buffer));
		case BFLOAT16:
			return fromBrainFloats(new Uint16Array(buffer));
		default:
			return Float32Array.from(new Float64Array(buffer));
	}
}

/** Halves are listed as the integers that have their bits. */
function fromList({ type, listed }: TensorMessage): ArrayLike<number> {
	if (type === FLOAT16) return fromHalves(Uint16Array.from(listed));
	if (type === BFLOAT16) return fromBrainFloats(listed);
	return type === FLOAT || type === 11 ? Float32Array.from(listed) : listed;
}
