import { INK_KERNELS } from "#ink-kernels";

/**
 * The exports of `module.as.ts`. Numbers are byte offsets into the kernels' memory and sizes; a plane lies there
 * row by row and is changed where it lies.
 */
interface Kernels {
	room(bytes: number): number;
	more(bytes: number): number;
	halve(upper: number, lower: number, into: number, count: number): number;
	addGradients(rows: number, width: number, step: number, tensor: number): void;
	gray(
		colours: number,
		into: number,
		count: number,
		red: number,
		green: number,
		blue: number,
		offset: number,
	): number;
	isLightOnDark(plane: number, width: number, height: number): number;
	invert(plane: number, bytes: number): void;
	darken(plane: number, width: number, height: number): void;
	threshold(plane: number, width: number, height: number): number;
	countEdges(plane: number, width: number, height: number): number;
	findEdges(plane: number, width: number, height: number, rows: number, edges: number): void;
}

/** Grows to what the largest plane needs; what is in it lasts until the next call of `room`. */
const memory = new WebAssembly.Memory({ initial: 1 });

let instance: Kernels | undefined;

/** Our WebAssembly for whole pictures; made when the first one comes, in less than a millisecond. */
export function kernels(): Kernels {
	instance ??= new WebAssembly.Instance(new WebAssembly.Module(bytesOf(INK_KERNELS)), { env: { memory } })
		.exports as unknown as Kernels;
	return instance;
}

/** Bytes of the kernels' memory; the view is void once room was made. */
export function bytesAt(from: number, count: number): Uint8Array {
	return new Uint8Array(memory.buffer, from, count);
}

/** A copy of doubles of the kernels' memory. */
export function doublesAt(from: number, count: number): Float64Array {
	return new Float64Array(memory.buffer, from, count).slice();
}

/** A copy of whole numbers of the kernels' memory. */
export function integersAt(from: number, count: number): Int32Array {
	return new Int32Array(memory.buffer, from, count).slice();
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
