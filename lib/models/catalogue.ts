import type { MessageKey } from "../user-error.ts";

/** What a card says of a model before it is trained. */
export interface ModelName {
	readonly id: string;
	/** As people see it. */
	readonly name: string;
	/** Which system it reproduces. */
	readonly origin: string;
}

/** A model in the package that reads digits. */
export interface ModelEntry extends ModelName {
	/** The key of one line: what sets it apart. */
	readonly summary: Extract<MessageKey, `model.summary.${string}`>;
}

/** Every model in `public/models`, the default first. */
export const MODELS: readonly ModelEntry[] = [
	{
		id: "digit-lens",
		name: "Digit Lens",
		summary: "model.summary.digitLens",
		origin: "This project's own",
	},
	{
		id: "cnn-24-36",
		name: "CNN 24-36",
		summary: "model.summary.cnn2436",
		origin: "A PyTorch desktop classifier, 99.49 %",
	},
	{
		id: "cnn-bn-64",
		name: "CNN 64 BN",
		summary: "model.summary.cnnBn64",
		origin: "A Keras desktop classifier, 99.0 %",
	},
	{
		id: "cnn-64-128",
		name: "CNN 64-128",
		summary: "model.summary.cnn64128",
		origin: "A Keras desktop classifier, 99.08 %",
	},
	{
		id: "cnn-3x32",
		name: "CNN 3x32",
		summary: "model.summary.cnn3x32",
		origin: "A Keras desktop classifier, 98.83 %",
	},
	{
		id: "cnn-32-64-128",
		name: "CNN 32-64-128",
		summary: "model.summary.cnn3264128",
		origin: "A Keras desktop classifier, 98.78 %",
	},
	{
		id: "vgg-16",
		name: "VGG-16",
		summary: "model.summary.vgg16",
		origin: "A Keras desktop classifier, 99.07 %",
	},
	{
		id: "dense-512",
		name: "Dense 512",
		summary: "model.summary.dense512",
		origin: "A Keras desktop classifier, 98.21 %",
	},
	{
		id: "ann-512-128",
		name: "ANN 512-128",
		summary: "model.summary.ann512128",
		origin: "A Keras desktop classifier, 95.40 %",
	},
];

/** Looks over whole lines while the default model reads them, and is asked where that one is in doubt. */
export const LINE_MODEL: ModelName = {
	id: "digit-line",
	name: "Digit Line",
	origin: "This project's own",
};

/** Reads drawn digits by the way of the pen, beside the default model. */
export const INK_MODEL: ModelName = {
	id: "digit-ink",
	name: "Digit Ink",
	origin: "This project's own",
};

/** Names the signs among digits for the default model. */
export const SIGN_MODEL: ModelName = {
	id: "digit-signs",
	name: "Digit Signs",
	origin: "This project's own",
};

/** The model that reads unless another one is chosen. */
export const DEFAULT_MODEL = "digit-lens";
