/** An array of unsigned bytes with its shape, as the idx format of MNIST stores it (big-endian header). */
export interface IdxArray {
	readonly shape: readonly number[];
	readonly data: Uint8Array;
}

const GZIP_MAGIC = 0x1f8b;
const UNSIGNED_BYTE = 0x08;

/** Whether a file is gzipped (RFC 1952, section 2.3.1), as idx files often are. */
export function isGzip(file: Uint8Array): boolean {
	return file.length > 1 && ((file[0] << 8) | file[1]) === GZIP_MAGIC;
}

/** Parses an idx array of unsigned bytes, not gzipped. Throws when it is of another type or cut short. */
export function parseIdx(bytes: Uint8Array): IdxArray {
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
