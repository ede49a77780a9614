import type { io } from "@tensorflow/tfjs";
import { sizeOf } from "../../../../lib/models/layer-shapes.ts";
import { type Precision, quantise } from "../../../../lib/models/quantisation.ts";

/** A node of a graph as TensorFlow.js' files have it, with the values that it holds if it is a constant. */
export interface Part {
	readonly name: string;
	readonly op: string;
	readonly input?: readonly string[];
	readonly attr?: Readonly<Record<string, object>>;
	readonly held?: { readonly shape: readonly number[]; readonly values: Float32Array | Int32Array };
}

export const part = (name: string, op: string, input: readonly string[], attr: Part["attr"] = {}): Part => ({
	name,
	op,
	input,
	attr,
});

export const text = (content: string) => ({ s: btoa(content) });
export const texts = (...contents: string[]) => ({ list: { s: contents.map(btoa) } });
/** The converter writes 64-bit integers as text. */
export const integers = (...values: number[]) => ({ list: { i: values.map(String) } });

/** What goes in; -1 stands for an open side. */
export const placeholder = (name: string, ...shape: number[]): Part =>
	part(name, "Placeholder", [], {
		dtype: { type: "DT_FLOAT" },
		shape: { shape: { dim: shape.map((size) => ({ size: String(size) })) } },
	});

const held = (name: string, type: string, shape: readonly number[], values: Float32Array | Int32Array) => ({
	...part(name, "Const", [], { dtype: { type } }),
	held: { shape, values },
});

/** A weight of this shape with values that matter, other ones for every name. */
export function weight(name: string, ...shape: number[]): Part {
	const phase = name.charCodeAt(0) + name.length;
	const spread = 1.5 / Math.sqrt(sizeOf(shape.slice(0, -1)));
	const values = Float32Array.from({ length: sizeOf(shape) }, (_, i) => spread * Math.sin(phase + 1.7 * i));
	return held(name, "DT_FLOAT", shape, values);
}

/** The same, all above zero: variances and what is divided by. */
export function positive(name: string, ...shape: number[]): Part {
	const values = Float32Array.from({ length: sizeOf(shape) }, (_, i) => 0.6 + 0.4 * Math.sin(i));
	return held(name, "DT_FLOAT", shape, values);
}

/** Shapes, axes and margins; a single number where no shape is said. */
export const whole = (name: string, values: readonly number[], shape: readonly number[] = [values.length]) =>
	held(name, "DT_INT32", shape, Int32Array.from(values));

/** Ten answers from the `size` values of `from` as a row, without a bias. */
export const answers = (from: string, size: number): Part[] => [
	whole("row", [-1, size]),
	part("flat", "Reshape", [from, "row"]),
	weight("kernel", size, 10),
	part("answers", "MatMul", ["flat", "kernel"]),
];

/** The two files of a graph model. */
export function graphModel(parts: readonly Part[], precision: Precision = "float32", more: object = {}) {
	const weights: io.WeightsManifestEntry[] = [];
	const chunks: Uint8Array[] = [];
	for (const { name, held } of parts) {
		if (!held) continue;
		const { shape, values } = held;
		if (values instanceof Int32Array) {
			weights.push({ name, shape: [...shape], dtype: "int32" });
			chunks.push(new Uint8Array(values.buffer));
		} else {
			const { bytes, quantisation } = quantise(values, precision);
			weights.push({
				name,
				shape: [...shape],
				dtype: "float32",
				...(quantisation && { quantization: quantisation }),
			});
			chunks.push(bytes);
		}
	}
	const bin = Uint8Array.from(chunks.flatMap((chunk) => [...chunk]));
	const json = {
		format: "graph-model",
		modelTopology: { node: parts.map(({ held, ...node }) => node), library: {}, versions: {} },
		weightsManifest: [{ paths: ["weights.bin"], weights }],
		...more,
	};
	return { json, bin };
}
