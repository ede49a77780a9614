import type { Network, Weights } from "../../lib/models/network.ts";
import { placeLayers } from "../../lib/models/network.ts";
import type { BatchLoss } from "../../lib/models/training/loss.ts";
import { type TrainingBatch, trainingStep } from "../../lib/models/training/training-step.ts";
import { createRandom } from "../random.ts";
import { lossOf } from "./objective.ts";
import { emptySlots, moveParameter, type Parameter } from "./optimizers.ts";
import type { Recipe } from "./recipe.ts";

type LearnerRecipe = Pick<Recipe, "network" | "optimizer" | "loss" | "labelSmoothing" | "averaging">;

/** Sum of l2 * w^2 over the kernels that have an L2 penalty; adds its gradient to `gradients`. */
function penalise(network: Network, weights: Weights, gradients: ReadonlyMap<string, Float32Array>): number {
	let penalty = 0;
	for (const { name, layer } of placeLayers(network)) {
		if (layer.type !== "Conv2D" || layer.l2 === 0) continue;
		const values = weights.get(`${name}/kernel`)!;
		const gradient = gradients.get(`${name}/kernel`)!;
		for (let i = 0; i < values.length; i++) {
			penalty += layer.l2 * values[i] * values[i];
			gradient[i] += 2 * layer.l2 * values[i];
		}
	}
	return penalty;
}

/** A network in training: its weights, what the optimizer remembers, and the average that will be kept. */
export class Learner {
	readonly network: Network;
	readonly #recipe: LearnerRecipe;
	readonly #seed: number;
	readonly #parameters = new Map<string, Parameter>();
	readonly #weights = new Map<string, Float32Array>();
	readonly #average = new Map<string, Float32Array>();
	readonly #momenta = new Map<string, number>();
	#steps = 0;

	constructor(recipe: LearnerRecipe, start: Weights, seed: number) {
		this.network = recipe.network;
		this.#recipe = recipe;
		this.#seed = seed;
		for (const { layer, weights } of placeLayers(recipe.network))
			for (const { name, trainable } of weights) {
				const values = start.get(name)!.slice();
				this.#weights.set(name, values);
				if (recipe.averaging > 0) this.#average.set(name, values.slice());
				if (layer.type === "BatchNormalization" && !trainable) this.#momenta.set(name, layer.momentum);
				if (trainable)
					this.#parameters.set(name, {
						values,
						slots: emptySlots(recipe.optimizer, values.length),
						isKernel: name.endsWith("/kernel"),
					});
			}
	}

	/** How many batches it has learned from. */
	get steps(): number {
		return this.#steps;
	}

	/** The weights to validate and keep: the moving average, or the weights themselves. */
	get weights(): Weights {
		return this.#recipe.averaging > 0 ? this.#average : this.#weights;
	}

	/** Learns from one batch at learning rate `rate`. Returns the mean loss, penalties included, the hits, and of how many. */
	learn(batch: TrainingBatch, rate: number): Pick<BatchLoss, "loss" | "correct" | "counted"> {
		this.#steps++;
		const random = createRandom(this.#seed, this.#steps);
		const { network, optimizer } = this.#recipe;
		const step = trainingStep(network, this.#weights, batch, random, lossOf(this.#recipe));
		const penalty = penalise(network, this.#weights, step.gradients);
		if (!Number.isFinite(step.loss + penalty))
			throw new Error(`The training diverged at step ${this.#steps}: the loss is no number. Lower the rate.`);
		for (const [name, parameter] of this.#parameters)
			moveParameter(optimizer, rate, this.#steps, parameter, step.gradients.get(name)!);
		for (const [name, momentum] of this.#momenta)
			blend(this.#weights.get(name)!, step.statistics.get(name)!, momentum);
		this.#updateAverage();
		return { loss: step.loss + penalty, correct: step.correct, counted: step.counted };
	}

	#updateAverage(): void {
		// Until the average has seen 1 / (1 - decay) steps it would still be full of the random start.
		const decay = Math.min(this.#recipe.averaging, this.#steps / (this.#steps + 10));
		for (const [name, average] of this.#average) blend(average, this.#weights.get(name)!, decay);
	}

	/** All it knows, as named arrays for a checkpoint. They are views: write them before the next step. */
	snapshot(): Map<string, Float32Array> {
		const prefixed = (prefix: string, arrays: ReadonlyMap<string, Float32Array>) =>
			Array.from(arrays, ([name, values]) => [`${prefix}:${name}`, values] as const);
		const slots = Array.from(this.#parameters, ([name, { slots }]) =>
			Object.entries(slots).map(([slot, values]) => [`${slot}:${name}`, values] as const),
		);
		return new Map([
			...prefixed("weight", this.#weights),
			...prefixed("average", this.#average),
			...slots.flat(),
		]);
	}

	/** Goes back to a snapshot taken after `steps` steps. Throws when it is of another network or optimizer. */
	restore(arrays: ReadonlyMap<string, Float32Array>, steps: number): void {
		for (const [name, values] of this.snapshot()) {
			const saved = arrays.get(name);
			if (saved?.length !== values.length)
				throw new Error("The checkpoint is of another recipe. Train again without --resume.");
			values.set(saved);
		}
		this.#steps = steps;
	}
}

/** Moves `average` towards `values`, keeping the share `keep` of it. */
function blend(average: Float32Array, values: Float32Array, keep: number): void {
	for (let i = 0; i < average.length; i++) average[i] = keep * average[i] + (1 - keep) * values[i];
}
