import type { Activation } from "./activations.ts";
import type { Padding, Size } from "./window.ts";

export type { Activation } from "./activations.ts";

/** What slides over a picture: a window, its steps, and what it does at the border. */
interface Sliding {
	readonly strides: Size;
	readonly padding: Padding;
}

export interface Conv2D extends Sliding {
	readonly type: "Conv2D";
	readonly filters: number;
	readonly kernelSize: Size;
	/** Pixels from one tap of the kernel to the next; 1 where nothing is said. */
	readonly dilation?: Size;
	readonly useBias: boolean;
	readonly activation: Activation;
	/** Factor of the kernel's squared sum in the loss. */
	readonly l2: number;
}

/** A convolution of each channel by itself. */
export interface DepthwiseConv2D extends Sliding {
	readonly type: "DepthwiseConv2D";
	readonly kernelSize: Size;
	readonly dilation?: Size;
	/** Outputs for each channel. */
	readonly multiplier: number;
	readonly useBias: boolean;
	readonly activation: Activation;
}

export interface Dense {
	readonly type: "Dense";
	readonly units: number;
	/** True where nothing is said. */
	readonly useBias?: boolean;
	readonly activation: Activation;
}

/** Of the last axis. */
export interface BatchNormalization {
	readonly type: "BatchNormalization";
	/** Share of the old moving average that is kept at each step. */
	readonly momentum: number;
	readonly epsilon: number;
}

/** Over the last `axes` axes together (Ba et al. 2016). */
export interface LayerNormalization {
	readonly type: "LayerNormalization";
	readonly axes: number;
	readonly epsilon: number;
}

/** Steps as large as the window unless something else is said; without padding what fills no window is left out. */
export interface MaxPooling2D extends Partial<Sliding> {
	readonly type: "MaxPooling2D";
	readonly poolSize: Size;
}

/** The mean of what lies inside the picture. */
export interface AveragePooling2D extends Partial<Sliding> {
	readonly type: "AveragePooling2D";
	readonly poolSize: Size;
}

export interface Dropout {
	readonly type: "Dropout";
	/** Share of the inputs set to 0 in training. */
	readonly rate: number;
}

export interface ActivationLayer {
	readonly type: "Activation";
	readonly activation: Activation;
}

/** Of LeakyReLU the slope below 0; of ELU the value far below 0, negated. */
export interface LeakyActivation {
	readonly type: "LeakyReLU" | "ELU";
	readonly alpha: number;
}

/** A LeakyReLU whose slopes are learned, of a shape that is broadcast over the input's. */
export interface PReLU {
	readonly type: "PReLU";
	readonly shape: readonly number[];
}

export interface Reshape {
	readonly type: "Reshape";
	/** Without the batch. */
	readonly shape: readonly number[];
}

export interface Permute {
	readonly type: "Permute";
	/** Which axis of the input comes at each place, from 0, without the batch. */
	readonly axes: readonly number[];
}

export interface ZeroPadding2D {
	readonly type: "ZeroPadding2D";
	readonly padding: Exclude<Padding, string>;
}

/** scale x + offset */
export interface Rescaling {
	readonly type: "Rescaling";
	readonly scale: number;
	readonly offset: number;
}

export interface Concatenate {
	readonly type: "Concatenate";
	/** From 0, without the batch. */
	readonly axis: number;
}

/** Value by value, of two inputs or more; shapes are broadcast. */
export interface Merging {
	readonly type: "Add" | "Multiply" | "Subtract" | "Average" | "Maximum" | "Minimum";
}

export interface Plain {
	readonly type: "Flatten" | "GlobalAveragePooling2D" | "GlobalMaxPooling2D";
}

/** A layer as data, in Keras' terms; pictures are [height, width, channels]. */
export type Layer =
	| Conv2D
	| DepthwiseConv2D
	| Dense
	| BatchNormalization
	| LayerNormalization
	| MaxPooling2D
	| AveragePooling2D
	| Dropout
	| ActivationLayer
	| LeakyActivation
	| PReLU
	| Reshape
	| Permute
	| ZeroPadding2D
	| Rescaling
	| Concatenate
	| Merging
	| Plain;

export const conv2d = (
	filters: number,
	kernelSize: Size,
	options: Partial<Omit<Conv2D, "type" | "filters" | "kernelSize">> = {},
): Conv2D => ({
	type: "Conv2D",
	filters,
	kernelSize,
	strides: 1,
	padding: "valid",
	useBias: true,
	activation: "linear",
	l2: 0,
	...options,
});

export const dense = (units: number, activation: Activation = "linear"): Dense => ({
	type: "Dense",
	units,
	activation,
});

/** Keras' default is momentum 0.99, epsilon 1e-3; PyTorch's is 0.9 and 1e-5. */
export const batchNormalization = (momentum = 0.99, epsilon = 1e-3): BatchNormalization => ({
	type: "BatchNormalization",
	momentum,
	epsilon,
});

export const maxPooling2D = (poolSize: Size = 2): MaxPooling2D => ({ type: "MaxPooling2D", poolSize });

export const dropout = (rate: number): Dropout => ({ type: "Dropout", rate });

export const activation = (name: Activation): ActivationLayer => ({ type: "Activation", activation: name });

export const flatten = (): Plain => ({ type: "Flatten" });

export const globalAveragePooling2D = (): Plain => ({ type: "GlobalAveragePooling2D" });
