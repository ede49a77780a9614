import { formatFigures, t } from "../../../lib/browser/language.ts";
import type { Activation, Layer, Merging } from "../../../lib/models/layers.ts";
import { pairOf, type Size } from "../../../lib/models/window.ts";
import type { TermId } from "../glossary/terms.ts";

/** What a layer is and does, for people who meet it for the first time. */
export interface LayerWords {
	readonly title: string;
	/** The word of the field in the title, where the title is one. */
	readonly term?: TermId;
	readonly does: string;
}

export function layerWords(layer: Layer): LayerWords {
	switch (layer.type) {
		case "Conv2D":
			return {
				term: "convolution",
				title: withActivation(t("lab.layer.conv2D", { size: sizeWords(layer.kernelSize) }), layer.activation),
				does: t("lab.layer.conv2DDoes", { count: layer.filters }),
			};
		case "Dense":
			return {
				term: layer.activation === "softmax" ? "softmax" : "dense",
				title: withActivation(t("lab.layer.dense"), layer.activation),
				does:
					layer.activation === "softmax"
						? t("lab.layer.answersDo")
						: t("lab.layer.denseDoes", { count: layer.units }),
			};
		case "BatchNormalization":
			return { term: "batchNorm", title: t("lab.layer.batchNorm"), does: t("lab.layer.batchNormDoes") };
		case "MaxPooling2D":
			return {
				term: "pooling",
				title: t("lab.layer.maxPooling", { size: sizeWords(layer.poolSize) }),
				does: t("lab.layer.maxPoolingDoes"),
			};
		case "Dropout":
			return {
				term: "dropout",
				title: "Dropout",
				does: t("lab.layer.dropoutDoes", { percent: Math.round(layer.rate * 100) }),
			};
		case "Activation":
			return {
				...((layer.activation === "relu" || layer.activation === "softmax") && { term: layer.activation }),
				title: activationName(layer.activation),
				does: activationDoes(layer.activation),
			};
		case "Flatten":
			return { title: t("lab.layer.flatten"), does: t("lab.layer.flattenDoes") };
		case "GlobalAveragePooling2D":
			return { title: t("lab.layer.globalAverage"), does: t("lab.layer.globalAverageDoes") };
		case "GlobalMaxPooling2D":
			return { title: t("lab.layer.globalMax"), does: t("lab.layer.globalMaxDoes") };
		case "DepthwiseConv2D":
			return {
				title: withActivation(
					t("lab.layer.depthwise", { size: sizeWords(layer.kernelSize) }),
					layer.activation,
				),
				does: t("lab.layer.depthwiseDoes"),
			};
		case "AveragePooling2D":
			return {
				title: t("lab.layer.averagePooling", { size: sizeWords(layer.poolSize) }),
				does: t("lab.layer.averagePoolingDoes"),
			};
		case "LayerNormalization":
			return { title: t("lab.layer.layerNorm"), does: t("lab.layer.layerNormDoes") };
		case "LeakyReLU":
		case "ELU":
		case "PReLU":
			return { title: layer.type, does: t("lab.layer.leakyDoes") };
		case "Reshape":
			return { title: t("lab.layer.reshape"), does: t("lab.layer.reshapeDoes") };
		case "Permute":
			return { title: t("lab.layer.permute"), does: t("lab.layer.permuteDoes") };
		case "ZeroPadding2D":
			return { title: t("lab.layer.padding"), does: t("lab.layer.paddingDoes") };
		case "Rescaling":
			return {
				title: t("lab.layer.rescaling"),
				does: t("lab.layer.rescalingDoes", {
					scale: formatFigures(layer.scale, 3),
					offset: formatFigures(layer.offset, 3),
				}),
			};
		case "Concatenate":
			return { title: t("lab.layer.concatenate"), does: t("lab.layer.concatenateDoes") };
		default:
			return { title: t(MERGING[layer.type]), does: t("lab.layer.mergeDoes") };
	}
}

const MERGING = {
	Add: "lab.layer.add",
	Multiply: "lab.layer.multiply",
	Subtract: "lab.layer.subtract",
	Average: "lab.layer.average",
	Maximum: "lab.layer.maximum",
	Minimum: "lab.layer.minimum",
} as const satisfies Record<Merging["type"], string>;

/** A window's sides. */
export const sizeWords = (size: Size): string => pairOf(size).join(" × ");

function withActivation(title: string, activation: Activation): string {
	return activation === "linear" ? title : `${title}, ${activationName(activation)}`;
}

function activationDoes(activation: Activation): string {
	switch (activation) {
		case "linear":
			return t("lab.activation.linearDoes");
		case "relu":
			return t("lab.activation.reluDoes");
		case "softmax":
			return t("lab.activation.softmaxDoes");
		default:
			return t("lab.activation.curveDoes");
	}
}

/** The name of an activation in a title. */
export function activationName(activation: Activation): string {
	if (activation === "linear") return t("lab.activation.linear");
	// The others are names, alike in every language.
	const names: Partial<Record<Activation, string>> = { relu: "ReLU", relu6: "ReLU6", softmax: "Softmax" };
	return names[activation] ?? activation;
}
