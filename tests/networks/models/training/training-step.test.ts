import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../../../../lib/models/backend.ts";
import type { Network, Weights } from "../../../../lib/models/network.ts";
import { registerSimdKernels } from "../../../../lib/models/simd/register.ts";
import { softmaxCrossEntropy } from "../../../../lib/models/training/loss.ts";
import { trainingStep } from "../../../../lib/models/training/training-step.ts";
import { createRandom } from "../../../../tools/random.ts";
import { compileSimdModule } from "../../../../tools/training/simd-module.ts";
import { pooledNetwork, tinyNetwork, trainedTiny, waves } from "../tiny.ts";

beforeAll(async () => {
	await startBackend();
	registerSimdKernels(await compileSimdModule());
});

const { glyphs: inputs, labels } = waves(12);
const step = (network: Network, weights: Weights) =>
	trainingStep(network, weights, { inputs, labels }, createRandom(5), (logits, of) =>
		softmaxCrossEntropy(logits, of, 0.1),
	);

describe.each([tinyNetwork, pooledNetwork])("the gradients of a step of $id", (network) => {
	const { weights } = trainedTiny(network);

	it("are as steep as the loss along them, weight by weight", () => {
		const { gradients } = step(network, weights);
		for (const [name, gradient] of gradients) {
			const steepness = Math.hypot(...gradient);
			const moved = (by: number) =>
				new Map(weights).set(
					name,
					weights.get(name)!.map((value, i) => value + (by * gradient[i]) / steepness),
				);
			const by = 1e-3;
			const slope = (step(network, moved(by)).loss - step(network, moved(-by)).loss) / (2 * by);
			expect(Math.abs(slope - steepness), name).toBeLessThan(1e-3 + 0.03 * steepness);
		}
	});

	it("leaves no tensor behind and repeats to the bit", () => {
		const first = step(network, weights);
		const before = tf.memory().numTensors;
		expect(step(network, weights)).toEqual(first);
		expect(tf.memory().numTensors).toBe(before);
	});
});

describe("softmax cross-entropy", () => {
	const logits = Float32Array.of(2, 1, 0, 0, 0, 3);
	const labels = Uint8Array.of(0, 1);

	it("is the mean over the batch and counts the hits", () => {
		const { loss, correct } = softmaxCrossEntropy(logits, labels);
		const first = -Math.log(Math.exp(2) / (Math.exp(2) + Math.exp(1) + 1));
		const second = -Math.log(1 / (2 + Math.exp(3)));
		expect(loss).toBeCloseTo((first + second) / 2, 5);
		expect(correct).toBe(1);
	});

	it.each([0, 0.1])("has the gradient of differences with smoothing %f", (smoothing) => {
		const { gradient } = softmaxCrossEntropy(logits, labels, smoothing);
		logits.forEach((value, i) => {
			const lossAt = (changed: number) =>
				softmaxCrossEntropy(logits.with(i, changed), labels, smoothing).loss;
			expect(gradient[i]).toBeCloseTo((lossAt(value + 0.01) - lossAt(value - 0.01)) / 0.02, 4);
		});
	});
});
