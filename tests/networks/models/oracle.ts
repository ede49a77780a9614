import * as tf from "@tensorflow/tfjs";
import { expect } from "vitest";
import { serialiseModel } from "../../../lib/models/format.ts";
import { PLAIN_DECISION } from "../../../lib/models/judging.ts";
import type { TrainedNetwork } from "../../../lib/models/network.ts";

/** What TensorFlow.js' own loader and its plain JavaScript backend make of a model; the backend of before is put back. */
export async function onCpu<T>(compute: () => Promise<T>): Promise<T> {
	const before = tf.getBackend();
	await tf.setBackend("cpu");
	try {
		return await compute();
	} finally {
		await tf.setBackend(before);
	}
}

/** What tfjs-layers computes for inputs of this shape, batch first, after loading the model from its files. */
export function oracleOutput(
	model: TrainedNetwork,
	values: Float32Array,
	shape: readonly number[],
): Promise<Float32Array> {
	const { json, bin } = serialiseModel({ ...model, decision: PLAIN_DECISION }, "float32");
	return runLayersModel(JSON.parse(json), bin, values, shape);
}

/** The same for the two files of a layers model. */
function runLayersModel(
	json: tf.io.ModelJSON,
	bin: Uint8Array,
	values: Float32Array,
	shape: readonly number[],
): Promise<Float32Array> {
	return onCpu(async () => {
		const loaded = await tf.loadLayersModel(
			tf.io.fromMemory({
				modelTopology: json.modelTopology as object,
				weightSpecs: json.weightsManifest.flatMap(({ weights }) => weights),
				weightData: bin.slice().buffer,
			}),
		);
		const output = tf.tidy(() =>
			(loaded.predict(tf.tensor(values, [...shape])) as tf.Tensor).dataSync<"float32">(),
		);
		loaded.dispose();
		return output;
	});
}

/** What tfjs-converter computes for inputs of this shape after loading a graph model from its two files. */
export function graphOutput(
	json: { readonly modelTopology: object; readonly weightsManifest: tf.io.WeightsManifestConfig },
	bin: Uint8Array,
	values: Float32Array,
	shape: readonly number[],
): Promise<Float32Array> {
	return onCpu(async () => {
		const { weightsManifest, ...rest } = json;
		const loaded = await tf.loadGraphModel(
			tf.io.fromMemory({
				...rest,
				weightSpecs: weightsManifest.flatMap(({ weights }) => weights),
				weightData: bin.slice().buffer,
			}),
		);
		const output = tf.tidy(() =>
			(loaded.predict(tf.tensor(values, [...shape])) as tf.Tensor).dataSync<"float32">(),
		);
		loaded.dispose();
		return output;
	});
}

/** Expects values that are equal to 1e-5 of the largest, of 1 where all are smaller. */
export function expectClose(actual: Float32Array, expected: Float32Array): void {
	expect(actual.length).toBe(expected.length);
	const largest = expected.reduce((a, b) => Math.max(a, Math.abs(b)), 1);
	actual.forEach((value, i) => {
		expect(Math.abs(value - expected[i])).toBeLessThan(1e-5 * largest);
	});
}
