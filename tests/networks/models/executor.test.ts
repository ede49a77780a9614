import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../../../lib/models/backend.ts";
import { createExecutor } from "../../../lib/models/executor.ts";
import { foldForInference } from "../../../lib/models/folding.ts";
import { placeLayers } from "../../../lib/models/network.ts";
import { pooledNetwork, tinyNetwork, trainedTiny, waves } from "./tiny.ts";

beforeAll(() => startBackend());

const input = () => tf.tensor(waves(3).glyphs, [3, 28, 28, 1]);

function outputOf(trained: ReturnType<typeof trainedTiny>): Float32Array {
	const executor = createExecutor(trained);
	const values = tf.tidy(() => executor.run(input()).dataSync<"float32">());
	executor.dispose();
	return values;
}

describe.each([tinyNetwork, pooledNetwork])("$id", (network) => {
	it("computes the same when it is folded, but for the last softmax", () => {
		const trained = trainedTiny(network);
		const plain = { ...trained, network: { ...network, layers: network.layers } };
		const folded = outputOf(foldForInference(trained));
		const expected = tf.tidy(() => {
			const logits = tf.tensor(folded, [3, 10]);
			const endsInSoftmax = network === tinyNetwork;
			return (endsInSoftmax ? tf.softmax(logits) : logits).dataSync();
		});
		outputOf(plain).forEach((value, i) => {
			expect(value).toBeCloseTo(expected[i], 5);
		});
	});

	it("shows every layer's output in the shape that it should have", () => {
		const executor = createExecutor(trainedTiny(network));
		const x = input();
		const activations = executor.activations(x);
		expect(activations.map(([name, { shape }]) => [name, shape.slice(1)])).toEqual(
			placeLayers(network).map(({ name, outputShape }) => [name, outputShape]),
		);
		tf.dispose([x, ...activations.map(([, output]) => output)]);
		executor.dispose();
	});
});

it("folding leaves neither batch normalisation after a linear layer nor dropout", () => {
	const types = foldForInference(trainedTiny()).network.layers.map(({ type }) => type);
	expect(types).toEqual([
		"Conv2D",
		"MaxPooling2D",
		"Conv2D",
		"BatchNormalization",
		"MaxPooling2D",
		"Flatten",
		"Dense",
		"Dense",
	]);
});

it("leaves no tensor behind", () => {
	const before = tf.memory().numTensors;
	outputOf(trainedTiny());
	expect(tf.memory().numTensors).toBe(before);
});

it("warms up a layer at a time, leaves no tensor and changes no answer", () => {
	const trained = trainedTiny();
	const executor = createExecutor(trained);
	const before = tf.memory().numTensors;
	const layers = [...executor.warmUp()].length;
	expect([layers, tf.memory().numTensors]).toEqual([trained.network.layers.length, before]);
	const values = tf.tidy(() => executor.run(input()).dataSync<"float32">());
	expect(values).toEqual(outputOf(trained));
	const halfWay = executor.warmUp();
	halfWay.next();
	halfWay.return();
	expect(tf.memory().numTensors).toBe(before);
	executor.dispose();
});
