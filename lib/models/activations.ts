/** Functions of one value, and over the last axis softmax and its logarithm; the names are Keras'. */
export const ACTIVATIONS = [
	"linear",
	"relu",
	"relu6",
	"sigmoid",
	"tanh",
	"softmax",
	"log_softmax",
	"elu",
	"selu",
	"softplus",
	"softsign",
	"swish",
	"gelu",
	"exponential",
	"hard_sigmoid",
	"hard_swish",
] as const;

/** What follows a layer's sum. */
export type Activation = (typeof ACTIVATIONS)[number];
