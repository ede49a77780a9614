import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "./layers.ts";
import { type PlacedLayer, placeLayers, type TrainedNetwork } from "./network.ts";

/** Runs a network on the backend that is started. Holds its weights as tensors until `dispose`. */
export interface Executor {
	/**
	 * The last layer's output for glyphs of shape [batch, 28, 28, 1], or that of the first `layers` layers; the
	 * caller disposes it.
	 */
	run(glyphs: tf.Tensor, layers?: number): tf.Tensor;
	/** Every layer's output in order, layer name first; the caller disposes them. */
	activations(glyphs: tf.Tensor): [name: string, output: tf.Tensor][];
	dispose(): void;
}

type Activated = Extract<Layer, { activation: unknown }>;

function activate(x: tf.Tensor, { activation }: Pick<Activated, "activation">): tf.Tensor {
	if (activation === "relu") return tf.relu(x);
	return activation === "softmax" ? tf.softmax(x) : tf.clone(x);
}

function runLayer({ layer, outputShape }: PlacedLayer, x: tf.Tensor, weights: tf.Tensor[]): tf.Tensor {
	const [kernel, bias] = weights;
	switch (layer.type) {
		case "Conv2D": {
			const sum = tf.fused.conv2d({
				x: x as tf.Tensor4D,
				filter: kernel as tf.Tensor4D,
				strides: layer.strides,
				pad: layer.padding,
				bias,
				activation: layer.activation === "relu" ? "relu" : "linear",
			});
			return layer.activation === "softmax" ? tf.softmax(sum) : sum;
		}
		case "Dense": {
			const sum = tf.fused.matMul({
				a: x,
				b: kernel,
				bias,
				activation: layer.activation === "relu" ? "relu" : "linear",
			});
			return layer.activation === "softmax" ? tf.softmax(sum) : sum;
		}
		case "BatchNormalization": {
			const [gamma, beta, mean, variance] = weights as tf.Tensor1D[];
			return tf.batchNorm(x, mean, variance, beta, gamma, layer.epsilon);
		}
		case "MaxPooling2D":
			return tf.maxPool(x as tf.Tensor4D, layer.poolSize, layer.poolSize, "valid");
		case "Activation":
			return activate(x, layer);
		case "Flatten":
			return tf.reshape(x, [-1, ...outputShape]);
		case "GlobalAveragePooling2D":
			return tf.mean(x, [1, 2]);
		case "Dropout":
			return tf.clone(x);
	}
}

/** Puts the weights on the backend. `foldForInference` first makes the network faster and its output logits. */
export function createExecutor({ network, weights }: TrainedNetwork): Executor {
	const steps = placeLayers(network).map((placed) => ({
		placed,
		tensors: placed.weights.map(({ name, shape }) => tf.tensor(weights.get(name)!, [...shape])),
	}));
	return {
		run: (glyphs, layers) =>
			tf.tidy(() =>
				steps.slice(0, layers).reduce((x, { placed, tensors }) => runLayer(placed, x, tensors), glyphs),
			),
		activations: (glyphs) => {
			const outputs: [string, tf.Tensor][] = [];
			tf.tidy(() => {
				let x = glyphs;
				for (const { placed, tensors } of steps) {
					x = tf.keep(runLayer(placed, x, tensors));
					outputs.push([placed.name, x]);
				}
			});
			return outputs;
		},
		dispose: () => tf.dispose(steps.map(({ tensors }) => tensors)),
	};
}
