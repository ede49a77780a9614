import { atOnce, type Steps } from "../tasks/steps.ts";
import { userError } from "../user-error.ts";
import { toKeras } from "./formats/keras/write-topology.ts";
import type { InputConvention } from "./input.ts";
import { type Decision, PLAIN_DECISION } from "./judging.ts";
import { fromKeras, type KerasTopology } from "./keras.ts";
import { sizeOf } from "./layer-shapes.ts";
import { type Network, type TrainedNetwork, type Weights, weightSpecs } from "./network.ts";
import { BYTES_PER_VALUE, dequantise, type Precision, type Quantisation, quantise } from "./quantisation.ts";

/** What `model.json` and `weights.bin` hold. */
export interface StoredModel extends TrainedNetwork {
	readonly decision: Decision;
	/** How glyphs go in; as they are where nothing is said. */
	readonly input?: InputConvention;
}

interface StoredWeight {
	readonly name: string;
	readonly shape: readonly number[];
	readonly dtype: "float32";
	readonly quantization?: Quantisation;
}

/** A TensorFlow.js layers model: `tf.loadLayersModel` reads it as it is. */
interface ModelJson {
	readonly format: "layers-model";
	readonly generatedBy: string;
	readonly modelTopology: KerasTopology & { readonly keras_version: string; readonly backend: string };
	readonly weightsManifest: readonly {
		readonly paths: readonly string[];
		readonly weights: readonly StoredWeight[];
	}[];
	readonly userDefinedMetadata: { readonly decision: Decision };
}

/**
 * Weights with fewer values stay float32: biases, normalisation and a first convolution, whose errors all that
 * follows multiplies. Eight bits for the 576 values of cnn-bn-64's first kernel move its logits five times as far
 * as eight bits for the 1.4 million of its second.
 */
const FEW = 2048;

/** A model's two files, its large weights in `precision`. */
export function serialiseModel(model: StoredModel, precision: Precision): { json: string; bin: Uint8Array } {
	const parts = weightSpecs(model.network).map(({ name, shape }) => {
		const { bytes, quantisation } = quantise(
			model.weights.get(name)!,
			sizeOf(shape) < FEW ? "float32" : precision,
		);
		const weight: StoredWeight = {
			name,
			shape,
			dtype: "float32",
			...(quantisation && { quantization: quantisation }),
		};
		return { bytes, weight };
	});
	const bin = new Uint8Array(parts.reduce((size, { bytes }) => size + bytes.length, 0));
	let offset = 0;
	for (const { bytes } of parts) {
		bin.set(bytes, offset);
		offset += bytes.length;
	}
	const json: ModelJson = {
		format: "layers-model",
		generatedBy: "Digit Lens",
		modelTopology: {
			...toKeras(model.network),
			keras_version: "tfjs-layers 4.22.0",
			backend: "tensor_flow.js",
		},
		weightsManifest: [{ paths: ["weights.bin"], weights: parts.map(({ weight }) => weight) }],
		userDefinedMetadata: { decision: model.decision },
	};
	return { json: `${JSON.stringify(json, null, "\t")}\n`, bin };
}

/** Whether all values are numbers, and finite. A product with 0 is 0 for those alone. */
function areFinite(values: Float32Array): boolean {
	let sum = 0;
	for (let i = 0; i < values.length; i++) sum += values[i] * 0;
	return sum === 0;
}

function* parseWeights(network: Network, stored: readonly StoredWeight[], bin: Uint8Array): Steps<Weights> {
	const weights = new Map<string, Float32Array>();
	let offset = 0;
	for (const { name, shape, quantization } of stored) {
		const size = sizeOf(shape) * BYTES_PER_VALUE[quantization?.dtype ?? "float32"];
		if (offset + size > bin.length) throw new Error("weights.bin is cut short");
		const values = dequantise(bin.subarray(offset, offset + size), quantization);
		if (!areFinite(values)) throw new Error("weights.bin holds values that are no numbers");
		weights.set(name, values);
		offset += size;
		yield;
	}
	if (offset !== bin.length) throw new Error("weights.bin is longer than model.json says");
	for (const { name, shape } of weightSpecs(network))
		if (weights.get(name)?.length !== sizeOf(shape))
			throw new Error(`the weight ${name} does not fit the network`);
	return weights;
}

/** Reads a model's two files. Throws with a sentence that names `id` when they are broken or do not fit. */
export const parseModel = (id: string, json: ArrayBuffer, bin: ArrayBuffer): StoredModel =>
	atOnce(parseModelInSteps(id, json, bin));

/** The same, a weight at a time: of a large network they are millions. */
export function* parseModelInSteps(id: string, json: ArrayBuffer, bin: ArrayBuffer): Steps<StoredModel> {
	try {
		const model = JSON.parse(new TextDecoder().decode(json)) as Partial<ModelJson>;
		const { modelTopology, weightsManifest, userDefinedMetadata } = model;
		if (model.format !== "layers-model" || !modelTopology?.config || !weightsManifest?.[0])
			throw new Error("model.json is not a TensorFlow.js layers model");
		const network = fromKeras(modelTopology);
		const weights = yield* parseWeights(network, weightsManifest[0].weights, new Uint8Array(bin));
		return { network, weights, decision: { ...PLAIN_DECISION, ...userDefinedMetadata?.decision } };
	} catch (error) {
		const detail = error instanceof Error ? error.message : String(error);
		throw userError("error.modelBroken", { id, detail });
	}
}
