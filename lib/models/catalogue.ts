import type { MessageKey } from "../user-error.ts";

/** What a card says of a model before it is trained. */
export interface ModelName {
	readonly id: string;
	/** As people see it. */
	readonly name: string;
	/** Which other program's network it reproduces, and what that one reached on MNIST's test digits; null of our own. */
	readonly reproduces: { readonly framework: "Keras" | "PyTorch"; readonly percent: number } | null;
}

/** A model in the package that reads digits. */
export interface ModelEntry extends ModelName {
	/** The key of one line: what sets it apart. */
	readonly summary: Extract<MessageKey, `model.summary.${string}`>;
	/** The key of how it was trained: what its card says, in words of the person's language. */
	readonly recipe: Extract<MessageKey, `model.recipe.${string}`>;
}

/** Every model in `public/models`, the default first. */
export const MODELS: readonly ModelEntry[] = [
	{
		id: "digit-lens",
		name: "Digit Lens",
		summary: "model.summary.digitLens",
		recipe: "model.recipe.digitLens",
		reproduces: null,
	},
	{
		id: "cnn-24-36",
		name: "CNN 24-36",
		summary: "model.summary.cnn2436",
		recipe: "model.recipe.cnn2436",
		reproduces: { framework: "PyTorch", percent: 99.49 },
	},
	{
		id: "cnn-bn-64",
		name: "CNN 64 BN",
		summary: "model.summary.cnnBn64",
		recipe: "model.recipe.cnnBn64",
		reproduces: { framework: "Keras", percent: 99.0 },
	},
	{
		id: "cnn-64-128",
		name: "CNN 64-128",
		summary: "model.summary.cnn64128",
		recipe: "model.recipe.cnn64128",
		reproduces: { framework: "Keras", percent: 99.08 },
	},
	{
		id: "cnn-3x32",
		name: "CNN 3x32",
		summary: "model.summary.cnn3x32",
		recipe: "model.recipe.cnn3x32",
		reproduces: { framework: "Keras", percent: 98.83 },
	},
	{
		id: "cnn-32-64-128",
		name: "CNN 32-64-128",
		summary: "model.summary.cnn3264128",
		recipe: "model.recipe.cnn3264128",
		reproduces: { framework: "Keras", percent: 98.78 },
	},
	{
		id: "vgg-16",
		name: "VGG-16",
		summary: "model.summary.vgg16",
		recipe: "model.recipe.vgg16",
		reproduces: { framework: "Keras", percent: 99.07 },
	},
	{
		id: "dense-512",
		name: "Dense 512",
		summary: "model.summary.dense512",
		recipe: "model.recipe.dense512",
		reproduces: { framework: "Keras", percent: 98.21 },
	},
	{
		id: "ann-512-128",
		name: "ANN 512-128",
		summary: "model.summary.ann512128",
		recipe: "model.recipe.ann512128",
		reproduces: { framework: "Keras", percent: 95.4 },
	},
];

/** Looks over whole lines that the default model has read digit by digit: where both agree, a number is sure. */
export const LINE_MODEL: ModelName = {
	id: "digit-line",
	name: "Digit Line",
	reproduces: null,
};

/** Reads drawn digits by the way of the pen, beside the default model. */
export const INK_MODEL: ModelName = {
	id: "digit-ink",
	name: "Digit Ink",
	reproduces: null,
};

/** Names the signs among digits for the default model. */
export const SIGN_MODEL: ModelName = {
	id: "digit-signs",
	name: "Digit Signs",
	reproduces: null,
};

/** Says again of single digits in doubt which they are, beside the default model: the two seldom err on the same ones. */
export const SECOND_OPINION = "cnn-24-36";

/** The model that reads unless another one is chosen. */
export const DEFAULT_MODEL = "digit-lens";
