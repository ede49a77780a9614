/** The words of the field that the lab uses, each of which explains itself; in the order of the glossary. */
export const TERMS = [
	"parameter",
	"layer",
	"filter",
	"featureMap",
	"convolution",
	"unit",
	"dense",
	"relu",
	"pooling",
	"batchNorm",
	"dropout",
	"softmax",
	"logit",
	"epoch",
	"loss",
	"validation",
	"confusionMatrix",
	"precision",
	"recall",
	"calibration",
	"occlusion",
	"principalComponents",
] as const;

export type TermId = (typeof TERMS)[number];
