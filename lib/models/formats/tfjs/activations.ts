import type { Activation } from "../../layers.ts";

/** Functions of one value, and softmax, by the names of their operations. */
export const ACTIVATIONS: Readonly<Record<string, Activation>> = {
	Relu: "relu",
	Relu6: "relu6",
	Sigmoid: "sigmoid",
	Tanh: "tanh",
	Selu: "selu",
	Softplus: "softplus",
	Softsign: "softsign",
	Exp: "exponential",
	Softmax: "softmax",
	LogSoftmax: "log_softmax",
};
