import { userError } from "../user-error.ts";

/** An array of unsigned bytes with its shape, as the idx format of MNIST stores it (big-endian header). */
export interface IdxArray {
	readonly shape: readonly number[];
	readonly data: Uint8Array;
}

/** More than this is not unpacked from one file: a gzip file of 6 MB may hold 6 GB of zeros. Bytes. */
export const MOST_UNPACKED = 2 ** 30;

const GZIP_MAGIC = 0x1f8b;
const UNSIGNED_BYTE = 0x08;

/** Whether a file is gzipped (RFC 1952, section 2.3.1), as idx files often are. */
export function isGzip(file: Uint8Array): boolean {
	return file.length > 1 && ((file[0] << 8) | file[1]) === GZIP_MAGIC;
}

/**
 * Parses an idx array of unsigned bytes, not gzipped; nothing is allocated. Throws a UserError that calls it `name`
 * when it is of another type, or when its header promises what is not there: more bytes, or many pictures of none.
 */
export function parseIdx(bytes: Uint8Array, name: string): IdxArray {
	if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0) throw userError("error.idx.foreign", { name });
	if (bytes[2] !== UNSIGNED_BYTE) throw userError("error.idx.type", { name });
	const rank = bytes[3];
	const start = 4 + 4 * rank;
	if (bytes.length < start) throw userError("error.idx.cutShort", { name });
	const header = new DataView(bytes.buffer, bytes.byteOffset, start);
	const shape = Array.from({ length: rank }, (_, axis) => header.getUint32(4 + 4 * axis));
	if (shape.slice(1).includes(0) && shape[0] > 0) throw userError("error.idx.empty", { name });
	const size = shape.reduce((product, side) => product * side, 1);
	if (bytes.length < start + size) throw userError("error.idx.cutShort", { name });
	return { shape, data: bytes.subarray(start, start + size) };
}
