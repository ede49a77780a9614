import * as tf from "@tensorflow/tfjs-core";
import type { Steps } from "../tasks/steps.ts";
import { inputShapeOf, NETWORK_INPUT, placeLayers, type TrainedNetwork } from "./network.ts";
import { runLayer } from "./run-layer.ts";

/** Runs a network on the backend that is started. Holds its weights as tensors until `dispose`. */
export interface Executor {
	/**
	 * The last layer's output for inputs of shape [batch, ...the network's input shape], or that of the last of
	 * its first `layers` layers; the caller disposes it.
	 */
	run(inputs: tf.Tensor, layers?: number): tf.Tensor;
	/** Every layer's output in order, layer name first; the caller disposes them. */
	activations(inputs: tf.Tensor): [name: string, output: tf.Tensor][];
	/**
	 * Runs it once, a layer at a time. The first time takes ten times as long as any other: the backend then brings every
	 * layer's weights into the order that it works in.
	 */
	warmUp(): Steps<void>;
	dispose(): void;
}

/** Puts the weights on the backend. `foldForInference` first makes the network faster and its output logits. */
export function createExecutor({ network, weights }: TrainedNetwork): Executor {
	const steps = placeLayers(network).map((placed) => ({
		placed,
		tensors: placed.weights.map(({ name, shape }) => tf.tensor(weights.get(name)!, [...shape])),
	}));

	function* outputsFor(x: tf.Tensor): Generator<tf.Tensor> {
		const outputs: tf.Tensor[] = [];
		for (const { placed, tensors } of steps) {
			const inputs = placed.inputs.map((at) => (at === NETWORK_INPUT ? x : outputs[at]));
			const output = tf.tidy(() => runLayer(placed, inputs, tensors));
			outputs.push(output);
			yield output;
		}
	}

	return {
		run: (x, layers = steps.length) =>
			tf.tidy(() => {
				const outputs = outputsFor(x);
				let last = x;
				for (let i = 0; i < layers; i++) last = outputs.next().value;
				return last;
			}),
		activations: (x) => {
			const named: [string, tf.Tensor][] = [];
			tf.tidy(() => {
				for (const output of outputsFor(x)) named.push([steps[named.length].placed.name, tf.keep(output)]);
			});
			return named;
		},
		*warmUp() {
			const held = [tf.zeros([1, ...inputShapeOf(network)])];
			try {
				for (const output of outputsFor(held[0])) {
					held.push(output);
					yield;
				}
			} finally {
				tf.dispose(held);
			}
		},
		dispose: () => tf.dispose(steps.map(({ tensors }) => tensors)),
	};
}
