import { t } from "../../../lib/browser/language.ts";
import type { Layer } from "../../../lib/models/layers.ts";

/** What a layer is and does, for people who meet it for the first time. */
export interface LayerWords {
	readonly title: string;
	readonly does: string;
}

export function layerWords(layer: Layer): LayerWords {
	switch (layer.type) {
		case "Conv2D":
			return {
				title: withActivation(t("lab.layer.conv2D", { side: layer.kernelSize }), layer.activation),
				does: t("lab.layer.conv2DDoes", { count: layer.filters }),
			};
		case "Dense":
			return {
				title: withActivation(t("lab.layer.dense"), layer.activation),
				does:
					layer.activation === "softmax"
						? t("lab.layer.answersDo")
						: t("lab.layer.denseDoes", { count: layer.units }),
			};
		case "BatchNormalization":
			return { title: t("lab.layer.batchNorm"), does: t("lab.layer.batchNormDoes") };
		case "MaxPooling2D":
			return {
				title: t("lab.layer.maxPooling", { side: layer.poolSize }),
				does: t("lab.layer.maxPoolingDoes"),
			};
		case "Dropout":
			return {
				title: "Dropout",
				does: t("lab.layer.dropoutDoes", { percent: Math.round(layer.rate * 100) }),
			};
		case "Activation":
			return {
				title: nameOf(layer.activation),
				does: t(`lab.activation.${layer.activation}Does`),
			};
		case "Flatten":
			return { title: t("lab.layer.flatten"), does: t("lab.layer.flattenDoes") };
		case "GlobalAveragePooling2D":
			return { title: t("lab.layer.globalAverage"), does: t("lab.layer.globalAverageDoes") };
	}
}

type Activation = "linear" | "relu" | "softmax";

function withActivation(title: string, activation: Activation): string {
	return activation === "linear" ? title : `${title}, ${nameOf(activation)}`;
}

function nameOf(activation: Activation): string {
	// Two are names, alike in every language.
	return { linear: t("lab.activation.linear"), relu: "ReLU", softmax: "Softmax" }[activation];
}
