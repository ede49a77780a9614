import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../../../../lib/models/backend.ts";
import { createExecutor } from "../../../../lib/models/executor.ts";
import { readModel } from "../../../../lib/models/formats/read-files.ts";
import { englishOf } from "../../../../tools/english.ts";

beforeAll(async () => {
	await startBackend();
	plain = outputOf(
		functional(
			[
				input,
				{ ...layer("Flatten", "flat"), ...call("in") },
				{ ...layer("Dense", "d", { units: 10 }), ...call("flat") },
			],
			"d",
		),
		DENSE,
	);
});

type Json = Readonly<Record<string, unknown>>;

const input = { class_name: "InputLayer", name: "in", config: { name: "in", batch_shape: [null, 4, 4, 1] } };
const layer = (class_name: string, name: string, config: Json = {}) => ({
	class_name,
	name,
	config: { name, ...config },
});
/** A text is the output of the layer of that name. */
type Argument = string | number | readonly string[];
/** A call of Keras 3. */
const call = (...args: readonly Argument[]) => {
	const one = (arg: Argument): unknown =>
		typeof arg === "string"
			? { class_name: "__keras_tensor__", config: { keras_history: [arg, 0, 0] } }
			: typeof arg === "number"
				? arg
				: arg.map(one);
	return { inbound_nodes: [{ args: args.map(one), kwargs: {} }] };
};
const functional = (layers: readonly Json[], output: string): Json => ({
	class_name: "Functional",
	config: { name: "f", layers, input_layers: [["in", 0, 0]], output_layers: [[output, 0, 0]] },
});
const sequential = (name: string, ...layers: readonly Json[]) => ({
	...layer("Sequential", name),
	config: { name, layers },
});

/** A TensorFlow.js layers model with these weights, each number one more than the one before. */
function fileOf(topology: Json, weights: Readonly<Record<string, readonly number[]>>) {
	const entries = Object.entries(weights).map(([name, shape]) => ({ name, shape, dtype: "float32" }));
	const size = Object.values(weights).reduce((sum, shape) => sum + shape.reduce((a, b) => a * b, 1), 0);
	const values = Float32Array.from({ length: size }, (_, i) => i / 100);
	const json = { modelTopology: topology, weightsManifest: [{ paths: ["w"], weights: entries }] };
	return {
		main: { name: "model.json", bytes: new TextEncoder().encode(JSON.stringify(json)) },
		beside: () => ({ name: "w", bytes: new Uint8Array(values.buffer) }),
	};
}

/** What the model gives for a picture whose pixels count from 0. */
function outputOf(topology: Json, weights: Readonly<Record<string, readonly number[]>>): number[] {
	const { main, beside } = fileOf(topology, weights);
	const { networks } = readModel(main, beside);
	const executor = createExecutor(networks[0].trained);
	const values = tf.tidy(() =>
		Array.from(
			executor
				.run(
					tf.tensor(
						Float32Array.from({ length: 16 }, (_, i) => i),
						[1, 4, 4, 1],
					),
				)
				.dataSync(),
		),
	);
	executor.dispose();
	return values;
}

const DENSE = { "d/kernel": [16, 10], "d/bias": [10] };
/** What a dense layer gives for all pixels. */
let plain: number[] = [];

describe("models within models", () => {
	it("are run where they stand, in whatever way they are described", () => {
		const inner = functional([input, { ...layer("Flatten", "flat"), ...call("in") }], "flat");
		const nested = functional(
			[
				input,
				{ ...inner, name: "inner", ...call("in") },
				{ ...layer("Dense", "d", { units: 10 }), ...call("inner") },
			],
			"d",
		);
		expect(outputOf(nested, DENSE)).toEqual(plain);
		const row = sequential(
			"all",
			sequential("first", layer("Flatten", "flat", { batch_input_shape: [null, 4, 4, 1] })),
			sequential("second", layer("Dense", "d", { units: 10 })),
		);
		expect(outputOf(row, { "second/d/kernel": [16, 10], "second/d/bias": [10] })).toEqual(plain);
	});

	it("are refused by the name of what they hold and cannot be run", () => {
		const row = sequential(
			"all",
			sequential("first", layer("HyperScale", "x", { batch_input_shape: [null, 4, 4, 1] })),
		);
		const { main, beside } = fileOf(row, DENSE);
		let sentence = "";
		try {
			readModel(main, beside);
		} catch (error) {
			sentence = englishOf(error);
		}
		expect(sentence).toContain("HyperScale");
	});
});

describe("operators of Keras 3", () => {
	const through = (name: string, config: Json, ...args: readonly Argument[]) =>
		outputOf(
			functional(
				[
					input,
					{ ...layer("Flatten", "flat"), ...call("in") },
					{ ...layer("Dense", "d", { units: 10 }), ...call("flat") },
					{ ...layer(name, "op", config), ...call(...args) },
				],
				"op",
			),
			DENSE,
		);

	it("calculate with numbers on either side", () => {
		expect(through("Multiply", {}, "d", 2)).toEqual(plain.map((x) => Math.fround(x * 2)));
		const near = (actual: number[], expected: number[]) => {
			for (const [i, value] of actual.entries()) expect(value).toBeCloseTo(expected[i], 4);
		};
		near(
			through("Subtract", {}, 1, "d"),
			plain.map((x) => 1 - x),
		);
		near(
			through("TrueDivide", {}, "d", 4),
			plain.map((x) => x / 4),
		);
		near(
			through("Negative", {}, "d"),
			plain.map((x) => -x),
		);
		near(
			through("Add", {}, "d", "d"),
			plain.map((x) => x + x),
		);
		near(through("Relu", {}, "d"), plain);
		near(through("Reshape", { newshape: [-1, 10] }, "d"), plain);
		near(through("Concatenate", { axis: -1 }, ["d"]), plain);
	});

	it("take the mean of every map", () => {
		const mean = outputOf(
			functional(
				[
					input,
					{ ...layer("Mean", "m", { axis: [1, 2], keepdims: false }), ...call("in") },
					{ ...layer("Dense", "d", { units: 10 }), ...call("m") },
				],
				"d",
			),
			{ "d/kernel": [1, 10], "d/bias": [10] },
		);
		for (const [i, value] of mean.entries()) expect(value).toBeCloseTo((7.5 * i) / 100 + (10 + i) / 100, 5);
	});
});
