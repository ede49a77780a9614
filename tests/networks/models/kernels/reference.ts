import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { expect } from "vitest";
import { startBackend } from "../../../../lib/models/backend.ts";
import { registerSimdKernels } from "../../../../lib/models/simd/register.ts";
import { compileSimdModule } from "../../../../tools/training/simd-module.ts";

/** The values that `compute` gives on TensorFlow.js' plain JavaScript backend. */
export async function onCpu(compute: () => tf.Tensor[]): Promise<Float32Array[]> {
	await tf.setBackend("cpu");
	return tf.tidy(compute).map((tensor) => tensor.dataSync<"float32">());
}

const compiled = compileSimdModule();
let registered = false;

/** The values that `compute` gives on the WASM backend with our own kernels. */
export async function onWasm(compute: () => tf.Tensor[]): Promise<Float32Array[]> {
	await startBackend();
	if (!registered) registerSimdKernels(await compiled);
	registered = true;
	return tf.tidy(compute).map((tensor) => tensor.dataSync<"float32">());
}

/** Runs one kernel of the backend that is running. */
export const runKernel = (name: string, inputs: tf.NamedTensorMap, attributes: tf.NamedAttrMap): tf.Tensor =>
	tf.engine().runKernel(name, inputs, attributes) as tf.Tensor;

/** Expects every value to be within 1e-5 of the largest magnitude of its tensor. */
export function expectClose(found: Float32Array[], expected: Float32Array[]): void {
	expect(found.map(({ length }) => length)).toEqual(expected.map(({ length }) => length));
	found.forEach((values, i) => {
		const scale = expected[i].reduce((top, value) => Math.max(top, Math.abs(value)), 0);
		const worst = values.reduce((top, value, k) => Math.max(top, Math.abs(value - expected[i][k])), 0);
		expect(scale).toBeGreaterThan(0);
		expect(worst / scale).toBeLessThan(1e-5);
	});
}

/** Values from a normal distribution, the same for the same seed, on whatever backend is running. */
export const normal = (shape: number[], seed: number): tf.Tensor =>
	tf.randomNormal(shape, 0, 1, "float32", seed);
