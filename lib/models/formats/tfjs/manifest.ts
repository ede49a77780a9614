import { userError } from "../../../user-error.ts";
import { sizeOf } from "../../layer-shapes.ts";
import { BYTES_PER_VALUE, dequantise, type Precision, type Quantisation } from "../../quantisation.ts";
import { isObject } from "../keras/topology.ts";
import { LIMITS } from "../limits.ts";
import { baseName, type ModelFile } from "../model-file.ts";
import type { Kernel } from "../value.ts";

/** Finds a file beside the model's; the names in a model never lead anywhere else. */
export type Beside = (name: string) => ModelFile | undefined;

/** A tensor as it is stored; int32 tensors are shapes and axes. */
export interface StoredTensor extends Kernel {
	readonly integers: boolean;
}

interface Group {
	readonly paths: readonly string[];
	readonly weights: readonly unknown[];
}

const unreadable = (detail: string) => userError("error.import.unreadable", { detail });

function groupsOf(manifest: unknown): Group[] {
	if (!Array.isArray(manifest)) return [];
	return manifest.filter(
		(group): group is Group => isObject(group) && Array.isArray(group.paths) && Array.isArray(group.weights),
	);
}

/** The names of the files with weights that a `weightsManifest` lists. */
export const shardNames = (manifest: unknown): string[] =>
	groupsOf(manifest).flatMap(({ paths }) => paths.map((path) => baseName(String(path))));

/** All weights by name. The bytes of a group's files in a row hold its weights one after the other. */
export function readManifest(manifest: unknown, beside: Beside): Map<string, StoredTensor> {
	const tensors = new Map<string, StoredTensor>();
	let values = 0;
	for (const { paths, weights } of groupsOf(manifest)) {
		const bytes = joined(paths.map((path) => shard(String(path), beside)));
		let offset = 0;
		for (const weight of weights) {
			const { name, shape, dtype, quantization } = described(weight);
			const size = sizeOf(shape);
			values += size;
			if (values > LIMITS.values) throw userError("error.import.values", { most: LIMITS.values / 2 ** 20 });
			const length = size * bytesOf(dtype, quantization);
			if (offset + length > bytes.length) throw unreadable(`${paths.join()} is too short`);
			const part = bytes.subarray(offset, offset + length);
			offset += length;
			tensors.set(name, { shape, ...numbersIn(part, dtype, quantization) });
		}
	}
	return tensors;
}

function shard(path: string, beside: Beside): Uint8Array {
	if (/^\w+:\/\//.test(path)) throw userError("error.import.address", { address: path });
	const name = baseName(path);
	const file = beside(name);
	if (!file) throw userError("error.import.missing", { missing: name });
	return file.bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let offset = 0;
	for (const part of parts) {
		whole.set(part, offset);
		offset += part.length;
	}
	return whole;
}

interface Described {
	readonly name: string;
	readonly shape: number[];
	readonly dtype: string;
	readonly quantization?: Quantisation;
}

function described(weight: unknown): Described {
	if (!isObject(weight)) throw unreadable("weightsManifest");
	const { name, shape, dtype = "float32", quantization } = weight;
	const sides = Array.isArray(shape) ? shape : [];
	if (typeof name !== "string" || !sides.every((side) => Number.isSafeInteger(side) && side >= 0))
		throw unreadable("weightsManifest");
	return {
		name,
		shape: sides as number[],
		dtype: String(dtype),
		...(isObject(quantization) && { quantization: quantization as unknown as Quantisation }),
	};
}

function bytesOf(dtype: string, quantization?: Quantisation): number {
	const stored = quantization?.dtype ?? dtype;
	if (dtype === "int32" && !quantization) return 4;
	if (dtype === "float32" && stored in BYTES_PER_VALUE) return BYTES_PER_VALUE[stored as Precision];
	throw userError("error.import.dtype", { dtype: stored });
}

function numbersIn(bytes: Uint8Array, dtype: string, quantization?: Quantisation) {
	if (dtype !== "int32") return { values: dequantise(bytes, quantization), integers: false };
	return { values: Float32Array.from(new Int32Array(bytes.slice().buffer)), integers: true };
}
