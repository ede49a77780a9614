import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../../../lib/models/backend.ts";
import { createExecutor } from "../../../lib/models/executor.ts";
import { foldForInference } from "../../../lib/models/folding.ts";
import { type Activation, activation, conv2d, type Layer } from "../../../lib/models/layers.ts";
import { inputShapeOf, type Network, placeLayers, type TrainedNetwork } from "../../../lib/models/network.ts";
import { activate } from "../../../lib/models/run-layer.ts";
import { expectClose, onCpu, oracleOutput } from "./oracle.ts";
import { SAMPLES, trained } from "./samples.ts";

beforeAll(() => startBackend());

/** Of which tfjs-layers 4.22 has none, or only an older definition; ONNX' peer runs these. */
const NOT_IN_TFJS = new Set(["log_softmax", "exponential", "hard_sigmoid", "hard_swish"]);

function inputFor(model: TrainedNetwork): tf.Tensor {
	const shape = [3, ...inputShapeOf(model.network)];
	const size = shape.reduce((a, b) => a * b);
	return tf.tensor(
		Float32Array.from({ length: size }, (_, i) => Math.max(0, Math.sin(i * 0.37 + Math.floor(i / 500)))),
		shape,
	);
}

function outputOf(model: TrainedNetwork): Float32Array {
	const executor = createExecutor(model);
	const values = tf.tidy(() => executor.run(inputFor(model)).dataSync<"float32">());
	executor.dispose();
	return values;
}

describe.each(SAMPLES)("$id", (network) => {
	const model = trained(network);

	it.skipIf(NOT_IN_TFJS.has(network.id))("computes what TensorFlow.js computes from its files", async () => {
		const input = inputFor(model);
		expectClose(outputOf(model), await oracleOutput(model, input.dataSync<"float32">(), input.shape));
		input.dispose();
	});

	it("says the shape of every layer's output beforehand", () => {
		const executor = createExecutor(model);
		const input = inputFor(model);
		const outputs = executor.activations(input);
		expect(outputs.map(([, { shape }]) => shape.slice(1))).toEqual(
			placeLayers(network).map(({ outputShape }) => outputShape),
		);
		tf.dispose([input, ...outputs.map(([, output]) => output)]);
		executor.dispose();
	});

	it("computes the same when it is folded", () => {
		const endsInSoftmax = "activation" in network.layers.at(-1)! && network.id === "inception";
		const folded = outputOf(foldForInference(model));
		const logits = tf.tensor(folded, [3, folded.length / 3]);
		expectClose(endsInSoftmax ? tf.softmax(logits).dataSync<"float32">() : folded, outputOf(model));
		logits.dispose();
	});
});

const window = { kernelSize: 3, strides: 1, padding: "valid", useBias: true } as const;
const MARGINS = [
	[1, 0],
	[2, 1],
] as const;

/** What tfjs-layers does not have, or does wrong: the same executor on the plain JavaScript backend tells. */
const BEYOND_TFJS: Network[] = [
	["a pool of one pixel", { type: "AveragePooling2D", poolSize: 1, strides: 2 }],
	["the maximum on margins of its own", { type: "MaxPooling2D", poolSize: 3, strides: 2, padding: MARGINS }],
	["the mean on margins of its own", { type: "AveragePooling2D", poolSize: 3, padding: MARGINS }],
	["a convolution on margins of its own", conv2d(3, 3, { padding: MARGINS, strides: [2, 3] })],
	[
		"a dilated depthwise convolution",
		{ ...window, type: "DepthwiseConv2D", dilation: 2, multiplier: 1, activation: "gelu" },
	],
	["an ELU of its own depth", { type: "ELU", alpha: 0.5 }],
	...(["log_softmax", "exponential", "hard_sigmoid", "hard_swish"] as const).map(
		(name) => [name, activation(name)] as const,
	),
].map(([id, layer]) => ({ id, layers: [conv2d(4, 5), layer] as Layer[] }) as Network);

it.each(BEYOND_TFJS)("computes $id as the plain backend does", async (network) => {
	const model = trained(network);
	expectClose(outputOf(model), await onCpu(async () => outputOf(model)));
});

it("bends values by Keras 3's formulas", () => {
	const bent = (name: Activation, x: number) => tf.tidy(() => activate(tf.tensor([[x]]), name).dataSync()[0]);
	expect(bent("hard_sigmoid", 1.5)).toBeCloseTo(0.75, 6);
	expect(bent("hard_swish", -1)).toBeCloseTo(-1 / 3, 6);
	expect(bent("exponential", 1)).toBeCloseTo(Math.E, 5);
	expect(bent("gelu", 1)).toBeCloseTo(0.841345, 5);
});
