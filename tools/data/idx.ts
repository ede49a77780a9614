import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";

/** An array of unsigned bytes with its shape, as the idx format of MNIST stores it (big-endian header). */
export interface IdxArray {
	readonly shape: readonly number[];
	readonly data: Uint8Array;
}

const GZIP_MAGIC = 0x1f8b;
const UNSIGNED_BYTE = 0x08;

/** The content of a gzip file, or the bytes themselves when they are not gzip. */
export function gunzipIfNeeded(bytes: Uint8Array): Uint8Array {
	return bytes.length > 1 && ((bytes[0] << 8) | bytes[1]) === GZIP_MAGIC ? gunzipSync(bytes) : bytes;
}

/** Parses an idx array of unsigned bytes, gzipped or not. Throws when it is of another type or cut short. */
export function parseIdx(file: Uint8Array): IdxArray {
	const bytes = gunzipIfNeeded(file);
	if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0) throw new Error("not an idx file");
	if (bytes[2] !== UNSIGNED_BYTE) throw new Error("only idx files of unsigned bytes are supported");
	const rank = bytes[3];
	const start = 4 + 4 * rank;
	if (bytes.length < start) throw new Error("the idx file is cut short");
	const header = new DataView(bytes.buffer, bytes.byteOffset, start);
	const shape = Array.from({ length: rank }, (_, axis) => header.getUint32(4 + 4 * axis));
	const size = shape.reduce((product, side) => product * side, 1);
	if (bytes.length < start + size) throw new Error("the idx file is cut short");
	return { shape, data: bytes.subarray(start, start + size) };
}

/** Reads an idx file, `.gz` or not. */
export async function readIdx(path: string): Promise<IdxArray> {
	return parseIdx(await readFile(path));
}
