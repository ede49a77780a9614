import { t } from "../../../lib/browser/language.ts";
import type { Layer } from "../../../lib/models/layers.ts";

/** What kinds of layers are called, where that is not their name in Keras, and what they do. */
const WORDS = {
	Conv2D: ["lab.glossary.convolution.word", "lab.glossary.convolution.means"],
	Dense: ["lab.glossary.dense.word", "lab.glossary.dense.means"],
	BatchNormalization: ["lab.glossary.batchNorm.word", "lab.glossary.batchNorm.means"],
	MaxPooling2D: ["lab.glossary.pooling.word", "lab.glossary.pooling.means"],
	Dropout: ["lab.glossary.dropout.word", "lab.glossary.dropout.means"],
	Activation: ["lab.glossary.activation.word", "lab.glossary.activation.means"],
	Flatten: ["lab.glossary.flatten.word", "lab.glossary.flatten.means"],
	GlobalAveragePooling2D: ["lab.layer.globalAverage", "lab.layer.globalAverageDoes"],
	GlobalMaxPooling2D: ["lab.layer.globalMax", "lab.layer.globalMaxDoes"],
	LayerNormalization: ["lab.layer.layerNorm", "lab.layer.layerNormDoes"],
	Reshape: ["lab.layer.reshape", "lab.layer.reshapeDoes"],
	Permute: ["lab.layer.permute", "lab.layer.permuteDoes"],
	ZeroPadding2D: ["lab.layer.padding", "lab.layer.paddingDoes"],
	Rescaling: ["lab.layer.rescaling", "lab.layer.rescalingMeans"],
	Concatenate: ["lab.layer.concatenate", "lab.layer.concatenateDoes"],
	Add: ["lab.layer.add", "lab.layer.mergeDoes"],
	Multiply: ["lab.layer.multiply", "lab.layer.mergeDoes"],
	Subtract: ["lab.layer.subtract", "lab.layer.mergeDoes"],
	Average: ["lab.layer.average", "lab.layer.mergeDoes"],
	Maximum: ["lab.layer.maximum", "lab.layer.mergeDoes"],
	Minimum: ["lab.layer.minimum", "lab.layer.mergeDoes"],
	DepthwiseConv2D: [null, "lab.layer.depthwiseDoes"],
	AveragePooling2D: [null, "lab.layer.averagePoolingDoes"],
	LeakyReLU: [null, "lab.layer.leakyDoes"],
	ELU: [null, "lab.layer.leakyDoes"],
	PReLU: [null, "lab.layer.leakyDoes"],
} as const satisfies Record<Layer["type"], readonly [title: string | null, means: string]>;

/** A kind of layer by its name in Keras, in words for people who do not know that; null of an unknown one. */
export function layerTypeWords(type: string): { readonly title: string; readonly means: string } | null {
	if (!(type in WORDS)) return null;
	const [title, means] = WORDS[type as Layer["type"]];
	return title
		? { title: t(title), means: t("lab.model.inKeras", { means: t(means), type }) }
		: { title: type, means: t(means) };
}
