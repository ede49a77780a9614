import type { Layer } from "../../../lib/models/layers.ts";

/** What a layer is and does, for people who meet it for the first time. */
export interface LayerWords {
	readonly title: string;
	readonly does: string;
}

const ACTIVATIONS = {
	linear: { title: "Linear", does: "Passes everything on as it is." },
	relu: { title: "ReLU", does: "Keeps what is above 0; the rest becomes 0." },
	softmax: { title: "Softmax", does: "Makes the numbers probabilities: all together are 1." },
} as const;

export function layerWords(layer: Layer): LayerWords {
	switch (layer.type) {
		case "Conv2D": {
			const side = layer.kernelSize;
			const after = layer.activation === "linear" ? "" : `, ${ACTIVATIONS[layer.activation].title}`;
			return {
				title: `Convolution ${side} × ${side}${after}`,
				does: `Each of ${layer.filters} filters looks for its pattern everywhere. Where its map is bright, it found it.`,
			};
		}
		case "Dense":
			return {
				title: `Dense${layer.activation === "linear" ? "" : `, ${ACTIVATIONS[layer.activation].title}`}`,
				does:
					layer.activation === "softmax"
						? "One unit for each answer weighs everything below it; softmax makes their sums probabilities."
						: `Each of ${layer.units} units weighs everything below it and adds it up.`,
			};
		case "BatchNormalization":
			return {
				title: "Batch normalisation",
				does: "Brings every map to a common scale, as learned in training.",
			};
		case "MaxPooling2D":
			return {
				title: `Max pooling ${layer.poolSize} × ${layer.poolSize}`,
				does: "Keeps the strongest of each window: smaller maps, and a digit may move a little.",
			};
		case "Dropout":
			return {
				title: "Dropout",
				does: `In training it silences ${Math.round(layer.rate * 100)} % at random; here it passes everything on.`,
			};
		case "Activation":
			return ACTIVATIONS[layer.activation];
		case "Flatten":
			return { title: "Flatten", does: "Lays all maps out in one row." };
		case "GlobalAveragePooling2D":
			return { title: "Global average", does: "The mean of each map." };
	}
}
