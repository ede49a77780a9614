import { userError } from "../../../user-error.ts";
import type { Activation } from "../../layers.ts";
import { type Arithmetic, arithmetic } from "../arithmetic.ts";
import { withoutBatch } from "../axes.ts";
import { type Entity, integers, isConstant, kernelOf, numbersOf } from "../constant.ts";
import { ordered } from "../order.ts";
import type { Value } from "../value.ts";
import { LAYOUT, numberIn, numbersIn, stringIn } from "./attributes.ts";
import { onConstants } from "./constants.ts";
import { constantAt, type Operation, refused, requiredAt, unusable, valuesAt } from "./operation.ts";
import { pad, reduce, reshape, squeeze, transpose } from "./shapes.ts";
import { convolution, gemm, pool } from "./sums.ts";

const ACTIVATIONS: Readonly<Record<string, Activation>> = {
	Relu: "relu",
	Sigmoid: "sigmoid",
	Tanh: "tanh",
	Selu: "selu",
	Softplus: "softplus",
	Softsign: "softsign",
	Exp: "exponential",
	HardSwish: "hard_swish",
};

const ARITHMETIC: Readonly<Record<string, Arithmetic>> = {
	Add: "Add",
	Sub: "Subtract",
	Mul: "Multiply",
	Div: "Divide",
	Max: "Maximum",
	Min: "Minimum",
	Sum: "Add",
};

/** What a node gives. Throws a UserError at an operation, or a use of one, that cannot be run. */
export function operate(step: Operation): Entity {
	const { node, inputs, builder, alone } = step;
	if (node.domain !== "" && node.domain !== "ai.onnx") throw refused(node);
	if (/^(QLinear|Quantize|Dequantize|DynamicQuantize)|Integer$/.test(node.operation))
		throw userError("error.import.quantized");
	const given = inputs.filter((input) => input !== undefined);
	const kind = ARITHMETIC[node.operation];
	if (kind && given.length > 0)
		return given.reduce((a, b, i) => arithmetic(builder, kind, a, b, alone && i === 1));
	if (given.every(isConstant) || node.operation === "Shape") return onConstants(step);
	const [x] = inputs;
	if (!x || isConstant(x)) throw refused(node);
	return onValue(step, x);
}

function onValue(step: Operation, x: Value): Value {
	const { builder, node, inputs } = step;
	const activation = ACTIVATIONS[node.operation];
	if (activation) return builder.activation(x, activation);
	switch (node.operation) {
		case "Identity":
			return x;
		case "Neg":
			return builder.rescale(x, -1, 0);
		case "Dropout":
			return builder.dropout(x, 0);
		case "Cast":
			// 1, 10, 11: float32, float16, float64
			if (![1, 10, 11].includes(numberIn(node, "to", 1)))
				throw unusable(node, `to ${numberIn(node, "to", 1)}`);
			return x;
		case "Conv":
			return convolution(step, x);
		case "Gemm":
			return gemm(step, x);
		case "MatMul":
			return builder.dense(x, kernelOf(requiredAt(step, 1)));
		case "MaxPool":
		case "AveragePool":
			return pool(step, x);
		case "GlobalAveragePool":
			return builder.globalPool(x, LAYOUT, "GlobalAveragePooling2D", true);
		case "GlobalMaxPool":
			return builder.globalPool(x, LAYOUT, "GlobalMaxPooling2D", true);
		case "ReduceMean":
		case "ReduceMax":
			return reduce(step, x);
		case "BatchNormalization": {
			const [gamma, beta, mean, variance] = [1, 2, 3, 4].map((at) => valuesAt(step, at));
			return builder.batchNorm(x, 0, { gamma, beta, mean, variance }, numberIn(node, "epsilon", 1e-5));
		}
		case "LayerNormalization":
			return layerNormalization(step, x);
		case "LeakyRelu":
			return builder.leaky(x, "LeakyReLU", numberIn(node, "alpha", 0.01));
		case "Elu":
			return builder.leaky(x, "ELU", numberIn(node, "alpha", 1));
		case "PRelu":
			return builder.prelu(x, kernelOf(requiredAt(step, 1)));
		case "Gelu":
			if (stringIn(node, "approximate", "none") !== "none") throw unusable(node, "approximate");
			return builder.activation(x, "gelu");
		case "HardSigmoid":
			return hardSigmoid(step, x);
		case "Clip":
			return clip(step, x);
		case "Softmax":
		case "LogSoftmax":
			return softmax(step, x);
		case "Flatten": {
			const axis = numberIn(node, "axis", 1);
			if (axis !== 1 && axis !== -x.shape.length) throw unusable(node, `axis ${axis}`);
			return builder.flatten(x);
		}
		case "Reshape":
			return reshape(step, x, numbersIn(node, "shape") ?? numbersOf(requiredAt(step, 1)));
		case "Squeeze":
		case "Unsqueeze":
			return squeeze(step, x);
		case "Transpose":
			return transpose(step, x);
		case "Pad":
			return pad(step, x);
		case "Mean":
			return builder.merge("Average", inputs as Value[]);
		case "Concat": {
			if (inputs.some((input) => !input || isConstant(input))) throw unusable(node, "constants");
			const axis = withoutBatch(numberIn(node, "axis", 1), x.shape.length);
			if (axis < 0) throw unusable(node, "the batch's axis");
			return builder.concat(inputs as Value[], axis);
		}
		case "LSTM":
		case "GRU":
		case "RNN":
			throw userError("error.import.steps", { layer: node.operation });
		default:
			throw refused(node);
	}
}

function layerNormalization(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const axis = withoutBatch(numberIn(node, "axis", -1), x.shape.length);
	const gamma = valuesAt(step, 1);
	const beta = constantAt(step, 2) ? valuesAt(step, 2) : new Float32Array(gamma.length);
	return builder.layerNorm(x, x.shape.length - axis, numberIn(node, "epsilon", 1e-5), { gamma, beta });
}

/** min(max(a x + b, 0), 1); ours has a = 1/6 and b = 1/2. */
function hardSigmoid({ builder, node }: Operation, x: Value): Value {
	const [a, b] = [numberIn(node, "alpha", 0.2), numberIn(node, "beta", 0.5)];
	return builder.activation(builder.rescale(x, 6 * a, 6 * b - 3), "hard_sigmoid");
}

function clip(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const bound = (name: string, at: number, usual: number) =>
		step.inputs[at] ? valuesAt(step, at)[0] : numberIn(node, name, usual);
	const [low, high] = [bound("min", 1, Number.NEGATIVE_INFINITY), bound("max", 2, Number.POSITIVE_INFINITY)];
	if (low === 0 && high === 6) return builder.activation(x, "relu6");
	const bounded = (value: Value, kind: "Maximum" | "Minimum", bound: number) =>
		// Exporters write the largest float where there is no bound.
		Math.abs(bound) > 1e30 ? value : (arithmetic(builder, kind, value, integers(bound), false) as Value);
	return bounded(bounded(x, "Maximum", low), "Minimum", high);
}

/** Before version 13 all axes from `axis` on are one. */
function softmax(step: Operation, x: Value): Value {
	const { builder, node, opset } = step;
	const name = node.operation === "Softmax" ? "softmax" : "log_softmax";
	const rank = x.shape.length;
	const axis = withoutBatch(numberIn(node, "axis", opset < 13 ? 1 : -1), rank);
	if (axis === rank - 1) return builder.activation(x, name);
	if (axis < 0 || axis >= rank) throw unusable(node, `axis ${axis}`);
	if (opset < 13) {
		if (axis !== 0) throw unusable(node, `axis ${axis}`);
		return builder.reshape(builder.activation(builder.flatten(x), name), x.shape);
	}
	const last = [...ordered(rank).filter((other) => other !== axis), axis];
	const back = ordered(rank).map((place) => last.indexOf(place));
	return builder.permute(builder.activation(builder.permute(x, last), name), back);
}
