/** How a gradient moves a weight, as data. Names and defaults are Keras'; weight decay as noted. */
export type OptimizerSpec =
	| { readonly kind: "rmsprop"; readonly rho: number; readonly epsilon: number }
	/** Kingma & Ba 2015; with weight decay it is AdamW (Loshchilov & Hutter 2019), decoupled, kernels only. */
	| {
			readonly kind: "adam";
			readonly beta1: number;
			readonly beta2: number;
			readonly epsilon: number;
			readonly weightDecay: number;
	  }
	/** Weight decay is added to the gradient of every weight, as PyTorch does. */
	| { readonly kind: "sgd"; readonly momentum: number; readonly weightDecay: number };

export const rmsprop = (rho = 0.9, epsilon = 1e-7): OptimizerSpec => ({ kind: "rmsprop", rho, epsilon });

export const adam = (weightDecay = 0): OptimizerSpec => ({
	kind: "adam",
	beta1: 0.9,
	beta2: 0.999,
	epsilon: 1e-7,
	weightDecay,
});

export const sgd = (momentum: number, weightDecay = 0): OptimizerSpec => ({
	kind: "sgd",
	momentum,
	weightDecay,
});

/** What an optimizer remembers of one weight, each as long as the weight. */
export type Slots = Readonly<Record<string, Float32Array>>;

/** Fresh memory for a weight of `size` values. */
export function emptySlots(spec: OptimizerSpec, size: number): Slots {
	const names = { rmsprop: ["square"], adam: ["mean", "square"], sgd: ["velocity"] }[spec.kind];
	return Object.fromEntries(names.map((name) => [name, new Float32Array(size)]));
}

/** One weight of a network in training. */
export interface Parameter {
	readonly values: Float32Array;
	readonly slots: Slots;
	/** Kernels decay, biases and normalisation do not. */
	readonly isKernel: boolean;
}

type SpecOf<Kind extends OptimizerSpec["kind"]> = Extract<OptimizerSpec, { kind: Kind }>;

function moveByRmsprop(
	{ rho, epsilon }: SpecOf<"rmsprop">,
	rate: number,
	w: Parameter,
	g: Float32Array,
): void {
	const { values } = w;
	const { square } = w.slots;
	for (let i = 0; i < values.length; i++) {
		square[i] = rho * square[i] + (1 - rho) * g[i] * g[i];
		values[i] -= (rate * g[i]) / Math.sqrt(square[i] + epsilon);
	}
}

function moveByAdam(spec: SpecOf<"adam">, rate: number, step: number, w: Parameter, g: Float32Array): void {
	const { beta1, beta2, epsilon } = spec;
	const { values } = w;
	const { mean, square } = w.slots;
	const corrected = (rate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
	const decay = w.isKernel ? rate * spec.weightDecay : 0;
	for (let i = 0; i < values.length; i++) {
		mean[i] += (1 - beta1) * (g[i] - mean[i]);
		square[i] += (1 - beta2) * (g[i] * g[i] - square[i]);
		values[i] -= (corrected * mean[i]) / (Math.sqrt(square[i]) + epsilon) + decay * values[i];
	}
}

function moveBySgd(
	{ momentum, weightDecay }: SpecOf<"sgd">,
	rate: number,
	w: Parameter,
	g: Float32Array,
): void {
	const { values } = w;
	const { velocity } = w.slots;
	for (let i = 0; i < values.length; i++) {
		velocity[i] = momentum * velocity[i] + g[i] + weightDecay * values[i];
		values[i] -= rate * velocity[i];
	}
}

/** Moves a weight against its gradient, in place. `step` counts from 1. */
export function moveParameter(
	spec: OptimizerSpec,
	rate: number,
	step: number,
	parameter: Parameter,
	gradient: Float32Array,
): void {
	if (spec.kind === "rmsprop") moveByRmsprop(spec, rate, parameter, gradient);
	else if (spec.kind === "adam") moveByAdam(spec, rate, step, parameter, gradient);
	else moveBySgd(spec, rate, parameter, gradient);
}
