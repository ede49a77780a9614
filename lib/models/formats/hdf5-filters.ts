import { Unzlib } from "fflate";
import { Filters } from "jsfive";
import { userError } from "../../user-error.ts";
import { LIMITS } from "./limits.ts";
import { unpackLzf } from "./lzf.ts";
import { megabytes } from "./zip.ts";

const DEFLATE = 1;
/** h5py's own. https://docs.h5py.org/en/stable/high/dataset.html#lossless-compression-filters */
const LZF = 32000;

// jsfive's own inflates whatever a chunk inflates to.
Filters.set(DEFLATE, (chunk) => inflated(new Uint8Array(chunk)).buffer as ArrayBuffer);
Filters.set(
	LZF,
	(chunk, _itemSize, [, , size]) =>
		unpackLzf(new Uint8Array(chunk), Math.min(size, LIMITS.bytes)).buffer as ArrayBuffer,
);

/** Bytes that are inflated at once: they become at most a thousand times as many. */
const STEP = 1 << 14;

function inflated(chunk: Uint8Array): Uint8Array {
	const parts: Uint8Array[] = [];
	let size = 0;
	const stream = new Unzlib((part) => {
		size += part.length;
		parts.push(part);
	});
	for (let at = 0; at < chunk.length; at += STEP) {
		stream.push(chunk.subarray(at, at + STEP), at + STEP >= chunk.length);
		if (size > LIMITS.bytes)
			throw userError("error.import.size", { size: megabytes(size), most: megabytes(LIMITS.bytes) });
	}
	const whole = new Uint8Array(size);
	parts.reduce((at, part) => {
		whole.set(part, at);
		return at + part.length;
	}, 0);
	return whole;
}
