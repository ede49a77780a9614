/** What follows a layer's sum; the names are Keras'. */
export type Activation = "linear" | "relu" | "softmax";

export interface Conv2D {
	readonly type: "Conv2D";
	readonly filters: number;
	/** Height and width of the kernel. */
	readonly kernelSize: number;
	readonly strides: number;
	readonly padding: "same" | "valid";
	readonly useBias: boolean;
	readonly activation: Activation;
	/** Factor of the kernel's squared sum in the loss. */
	readonly l2: number;
}

export interface Dense {
	readonly type: "Dense";
	readonly units: number;
	readonly activation: Activation;
}

export interface BatchNormalization {
	readonly type: "BatchNormalization";
	/** Share of the old moving average that is kept at each step. */
	readonly momentum: number;
	readonly epsilon: number;
}

export interface MaxPooling2D {
	readonly type: "MaxPooling2D";
	/** Side of the window and its step; what does not fill a window at the right and bottom is left out. */
	readonly poolSize: number;
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

export interface Flatten {
	readonly type: "Flatten";
}

export interface GlobalAveragePooling2D {
	readonly type: "GlobalAveragePooling2D";
}

/** A layer as data, in Keras' terms. */
export type Layer =
	| Conv2D
	| Dense
	| BatchNormalization
	| MaxPooling2D
	| Dropout
	| ActivationLayer
	| Flatten
	| GlobalAveragePooling2D;

export const conv2d = (
	filters: number,
	kernelSize: number,
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

export const maxPooling2D = (poolSize = 2): MaxPooling2D => ({ type: "MaxPooling2D", poolSize });

export const dropout = (rate: number): Dropout => ({ type: "Dropout", rate });

export const activation = (name: Activation): ActivationLayer => ({ type: "Activation", activation: name });

export const flatten = (): Flatten => ({ type: "Flatten" });

export const globalAveragePooling2D = (): GlobalAveragePooling2D => ({ type: "GlobalAveragePooling2D" });
