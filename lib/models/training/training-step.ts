import * as tf from "@tensorflow/tfjs-core";
import { sizeOf } from "../layer-shapes.ts";
import { inputShapeOf, type Network, placeLayers, type Weights } from "../network.ts";
import { passLayer, type Random } from "./layer-pass.ts";
import type { BatchLoss, LossFunction } from "./loss.ts";

/** What one step of training found out; nothing is changed yet. */
export interface StepResult extends Pick<BatchLoss, "loss" | "correct" | "counted"> {
	/** Gradient of the mean loss by each trainable weight. */
	readonly gradients: ReadonlyMap<string, Float32Array>;
	/** This batch's mean and variance where there is batch normalisation, under the moving averages' names. */
	readonly statistics: ReadonlyMap<string, Float32Array>;
}

/** A batch to learn from: inputs one after the other, 0..1, and the same number of labels for each. */
export interface TrainingBatch {
	readonly inputs: Float32Array;
	readonly labels: Uint8Array;
	/** Shape of an input where it is not the network's: lines are of every width. */
	readonly shape?: readonly number[];
}

/** Forward and backward pass of a batch, written out by hand: no tape, and no gradient that nobody needs. */
export function trainingStep(
	network: Network,
	weights: Weights,
	{ inputs, labels, shape = inputShapeOf(network) }: TrainingBatch,
	random: Random,
	lossOf: LossFunction,
): StepResult {
	const read = (tensor: tf.Tensor) => tensor.dataSync<"float32">();
	let result: StepResult | undefined;
	tf.tidy(() => {
		const steps = placeLayers(network).map((placed) => ({
			placed,
			tensors: placed.weights.map(({ name, shape }) => tf.tensor(weights.get(name)!, [...shape])),
		}));
		const samples = inputs.length / sizeOf(shape);
		let x: tf.Tensor = tf.tensor(inputs, [samples, ...shape]);
		const passes = steps.map(({ placed, tensors }) => {
			const pass = passLayer(placed, x, tensors, random);
			x = pass.output;
			return { placed, ...pass };
		});
		const { loss, correct, counted, gradient } = lossOf(read(x), labels, {
			samples,
			classes: x.shape.at(-1)!,
		});

		const gradients = new Map<string, Float32Array>();
		const statistics = new Map<string, Float32Array>();
		let dy = () => tf.tensor(gradient, x.shape);
		for (const { placed, pull, statistics: batch } of passes.toReversed()) {
			const pulled = pull(dy());
			const named = (trainable: boolean) => placed.weights.filter((weight) => weight.trainable === trainable);
			named(true).forEach(({ name }, i) => {
				gradients.set(name, read(pulled.gradients[i]));
			});
			named(false).forEach(({ name }, i) => {
				if (batch) statistics.set(name, read(batch[i]));
			});
			dy = pulled.dx;
		}
		result = { loss, correct, counted, gradients, statistics };
	});
	return result!;
}
