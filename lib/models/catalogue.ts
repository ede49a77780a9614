/** A model in the package. */
export interface ModelEntry {
	readonly id: string;
	/** As people see it. */
	readonly name: string;
	/** One line: what sets it apart. */
	readonly summary: string;
	/** Which system it reproduces. */
	readonly origin: string;
}

/** Every model in `public/models`, the default first. */
export const MODELS: readonly ModelEntry[] = [
	{
		id: "digit-lens",
		name: "Digit Lens",
		summary: "Made for many hands, pens and papers, and able to say that something is no digit.",
		origin: "This project's own",
	},
	{
		id: "cnn-24-36",
		name: "CNN 24-36",
		summary: "Two small convolutions with batch normalisation; fast and hard to beat.",
		origin: "A PyTorch desktop classifier, 99.49 %",
	},
	{
		id: "cnn-bn-64",
		name: "CNN 64 BN",
		summary: "One wide convolution with batch normalisation before two dense layers.",
		origin: "A Keras desktop classifier, 99.0 %",
	},
	{
		id: "cnn-64-128",
		name: "CNN 64-128",
		summary: "Two wide convolutions and three dense layers, with dropout throughout.",
		origin: "A Keras desktop classifier, 99.08 %",
	},
	{
		id: "cnn-3x32",
		name: "CNN 3x32",
		summary: "Three convolutions of 32 filters of 4x4: the smallest of them all.",
		origin: "A Keras desktop classifier, 98.83 %",
	},
	{
		id: "cnn-32-64-128",
		name: "CNN 32-64-128",
		summary: "Three convolutions that double in width, with batch normalisation and an L2 penalty.",
		origin: "A Keras desktop classifier, 98.78 %",
	},
	{
		id: "vgg-16",
		name: "VGG-16",
		summary:
			"The thirteen convolutions of the classic deep network: large, slow, and interesting to look into.",
		origin: "A Keras desktop classifier, 99.07 %",
	},
	{
		id: "dense-512",
		name: "Dense 512",
		summary: "One hidden layer of 512 units: the classic first network.",
		origin: "A Keras desktop classifier, 98.21 %",
	},
	{
		id: "ann-512-128",
		name: "ANN 512-128",
		summary: "Two hidden layers, 512 and 128 units.",
		origin: "A Keras desktop classifier, 95.40 %",
	},
];

/** The model that reads unless another one is chosen. */
export const DEFAULT_MODEL = "digit-lens";
