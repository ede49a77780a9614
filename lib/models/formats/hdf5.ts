import * as hdf5 from "jsfive";
import { userError } from "../../user-error.ts";
import { sizeOf } from "../layer-shapes.ts";
import type { Kernel } from "./value.ts";
import "./hdf5-filters.ts";
import { LIMITS } from "./limits.ts";

/** The first bytes of a file in the Hierarchical Data Format 5. */
const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** Where the signature is: at 0, or after a user block of 512, 1024, ... bytes. Null where there is none. */
export function hdf5Start(bytes: Uint8Array): number | null {
	for (let at = 0; at + SIGNATURE.length <= bytes.length; at = at === 0 ? 512 : at * 2)
		if (SIGNATURE.every((byte, i) => bytes[at + i] === byte)) return at;
	return null;
}

/** A group of an HDF5 file. */
export interface Hdf5Group {
	/** Strings lose the zeros that fill them up; null where there is no such attribute. */
	attribute(name: string): unknown;
	/** Names within. */
	readonly keys: readonly string[];
	/** Null where there is no such group. A name may itself hold what looks like a path. */
	group(name: string): Hdf5Group | null;
	/** Null where there is no such array of numbers. */
	array(path: string): Kernel | null;
}

const unreadable = (detail: unknown) =>
	userError("error.import.unreadable", {
		detail: detail instanceof Error ? detail.message : String(detail),
	});

/** Opens an HDF5 file. Everything throws a UserError where the file is broken. */
export function openHdf5(bytes: Uint8Array): Hdf5Group {
	const start = hdf5Start(bytes);
	if (start === null) throw unreadable("HDF5");
	const budget = { values: LIMITS.values };
	return guarded(() => {
		const file = new hdf5.File(bytes.slice(start).buffer as ArrayBuffer, "");
		return wrap(file, budget);
	});
}

/** What jsfive throws, strings mostly, as a sentence. */
function guarded<T>(read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof Error && error.name === "UserError") throw error;
		// What jsfive does where its `assert` fails: mostly at the layouts of libver="latest".
		if (error instanceof TypeError && error.message.startsWith("thing is"))
			throw userError("error.import.hdf5");
		throw unreadable(error);
	}
}

function wrap(group: hdf5.Group, budget: { values: number }): Hdf5Group {
	return {
		attribute: (name) => guarded(() => withoutZeros(group.attrs[name] ?? null)),
		get keys() {
			return guarded(() => group.keys);
		},
		group: (name) =>
			guarded(() => {
				if (!group.keys.includes(name)) return null;
				const found = group.get(name);
				return found && "keys" in found ? wrap(found as hdf5.Group, budget) : null;
			}),
		array: (path) =>
			guarded(() => {
				const found = follow(group, path);
				return found && "shape" in found ? numbersOf(found as hdf5.Dataset, budget) : null;
			}),
	};
}

/** Step by step: jsfive throws at a name that is missing. */
function follow(group: hdf5.Group, path: string): hdf5.Group | hdf5.Dataset | null {
	let at: hdf5.Group | hdf5.Dataset | null = group;
	for (const name of path.split("/").filter(Boolean)) {
		if (!at || !("keys" in at) || !(at as hdf5.Group).keys.includes(name)) return null;
		at = (at as hdf5.Group).get(name);
	}
	return at;
}

function numbersOf(dataset: hdf5.Dataset, budget: { values: number }): Kernel {
	const { shape, dtype } = dataset;
	const size = sizeOf(shape);
	budget.values -= size;
	if (!(budget.values >= 0)) throw userError("error.import.values", { most: LIMITS.values / 2 ** 20 });
	if (typeof dtype !== "string" || !/^[<>|][fiu]\d$/.test(dtype))
		throw userError("error.import.dtype", { dtype: String(dtype) });
	const stored = dataset.value;
	if (stored.length !== size) throw unreadable(`an array of ${shape.join("x")} has ${stored.length} values`);
	const values = Float32Array.from(stored, Number);
	// Keras writes bfloat16 as the bits of unsigned integers.
	const brain = withoutZeros(dataset.attrs.dtype) === "bfloat16";
	return { shape: [...shape], values: brain ? fromBrainFloats(values) : values };
}

/** The numbers that bfloat16 bits stand for: the upper halves of float32. */
export function fromBrainFloats(bits: ArrayLike<number>): Float32Array {
	return new Float32Array(Uint32Array.from(bits, (half) => half << 16).buffer);
}

/** Fixed-length strings are filled up with zeros. */
function withoutZeros(value: unknown): unknown {
	if (typeof value === "string") return value.replace(/\0+$/, "");
	return Array.isArray(value) ? value.map(withoutZeros) : value;
}
