// The one WebAssembly module that finds the ink of pictures.

export { addGradients } from "./colours.as";
export { gray } from "./gray.as";
export { halve } from "./halve.as";
export { isLightOnDark } from "./polarity.as";
export { darken } from "./paper.as";
export { countEdges, findEdges } from "./runs.as";
export { threshold } from "./threshold.as";

/** Bytes that vectors may read or write beyond the end of a plane. */
const BEYOND: i32 = 16;

/** Room for so many bytes and no others: what was there before is gone. */
export function room(bytes: i32): usize {
	heap.reset();
	return more(bytes);
}

/** Room for so many bytes beside what was there before. */
export function more(bytes: i32): usize {
	return heap.alloc(bytes + BEYOND);
}

/** Turns light into dark. */
export function invert(from: usize, count: i32): void {
	for (const end = from + count; from < end; from += 16) v128.store(from, v128.not(v128.load(from)));
}
