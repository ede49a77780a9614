import { userError } from "../../../user-error.ts";
import type { Activation } from "../../layers.ts";
import { type Arithmetic, arithmetic } from "../arithmetic.ts";
import {
	type Constant,
	type Entity,
	integers,
	isConstant,
	kernelOf,
	numbersOf,
	resolved,
	transposed,
} from "../constant.ts";
import type { Value } from "../graph-builder.ts";
import { expandGroups } from "../groups.ts";
import { ordered } from "../order.ts";
import { LAYOUT, numberIn, numbersIn, stringIn, windowIn } from "./attributes.ts";
import { onConstants } from "./constants.ts";
import type { NodeMessage } from "./messages.ts";
import type { Operation } from "./operation.ts";

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

const refused = ({ operation, domain }: NodeMessage) =>
	userError("error.import.operation", { operation: domain ? `${domain}.${operation}` : operation });
const unusable = (node: NodeMessage, option: string) =>
	userError("error.import.option", { layer: node.operation, option });

/** What a node gives. Throws a UserError at an operation, or a use of one, that cannot be run. */
export function operate(step: Operation): Entity {
	const { node, inputs, builder, alone } = step;
	if (node.domain !== "" && node.domain !== "ai.onnx") throw refused(node);
	if (/^(QLinear|Quantize|Dequantize|DynamicQuantize)|Integer$/.test(node.operation))
		throw userError("error.import.quantized");
	if (inputs.every((input) => input === undefined || isConstant(input)) || node.operation === "Shape")
		return onConstants(step);
	const kind = ARITHMETIC[node.operation];
	if (kind)
		return inputs
			.filter((input) => input !== undefined)
			.reduce((a, b, i) => arithmetic(builder, kind, a, b, alone && i === 1));
	const [x] = inputs;
	if (!x || isConstant(x)) throw refused(node);
	return onValue(step, x);
}

/** An input that must be a constant. */
function constantAt({ node, inputs }: Operation, at: number): Constant | undefined {
	const input = inputs[at];
	if (input && !isConstant(input)) throw unusable(node, `input ${at} that is no constant`);
	return input;
}

function requiredAt(step: Operation, at: number): Constant {
	const constant = constantAt(step, at);
	if (!constant)
		throw userError("error.import.unreadable", { detail: `${step.node.operation} lacks inputs` });
	return constant;
}

const valuesAt = (step: Operation, at: number) => kernelOf(requiredAt(step, at)).values;

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
			const axis = axisOf(numberIn(node, "axis", 1), x);
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

/** An axis without the batch, which ONNX counts; -1 for the batch itself. */
const axisOf = (axis: number, x: Value): number => (axis < 0 ? axis + x.shape.length : axis - 1);

function convolution(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const weight = requiredAt(step, 1);
	const bias = constantAt(step, 2) && valuesAt(step, 2);
	if (weight.shape.length !== 4) throw unusable(node, `${weight.shape.length - 2} dimensions`);
	const groups = numberIn(node, "group", 1);
	const [, , height, width] = weight.shape;
	const window = windowIn(node, x, [height, width]);
	// [out, in / groups, height, width] -> [height, width, in / groups, out]
	const kernel = kernelOf(transposed(weight, [2, 3, 1, 0]));
	const channels = builder.channels(x, LAYOUT);
	if (groups === channels && groups > 1 && weight.shape[0] % channels === 0)
		return builder.depthwise(
			x,
			LAYOUT,
			// Outputs of one channel lie side by side.
			{ shape: [height, width, channels, weight.shape[0] / channels], values: kernel.values },
			bias,
			window,
		);
	return builder.conv2d(x, LAYOUT, expandGroups(kernel, groups), bias, window);
}

function gemm(step: Operation, x: Value): Value {
	const { builder, node } = step;
	if (numberIn(node, "transA", 0) !== 0) throw unusable(node, "transA");
	const weight = requiredAt(step, 1);
	if (weight.shape.length !== 2) throw unusable(node, `${weight.shape.length} axes`);
	const kernel = kernelOf(numberIn(node, "transB", 0) === 1 ? transposed(weight, [1, 0]) : weight);
	const scaled = (values: Float32Array, by: number) =>
		by === 1 ? values : values.map((value) => value * by);
	const units = kernel.shape[1];
	let bias = constantAt(step, 2) && scaled(valuesAt(step, 2), numberIn(node, "beta", 1));
	if (bias?.length === 1 && units > 1) bias = new Float32Array(units).fill(bias[0]);
	const values = scaled(kernel.values, numberIn(node, "alpha", 1));
	return builder.dense(x, { shape: kernel.shape, values }, bias);
}

function pool(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const [height, width] = numbersIn(node, "kernel_shape") ?? [];
	if (!(height >= 1 && width >= 1)) throw unusable(node, "kernel_shape");
	const window = windowIn(node, x, [height, width]);
	if (window.dilation) throw unusable(node, "dilations");
	if (node.operation === "MaxPool") return builder.pool(x, LAYOUT, "MaxPooling2D", [height, width], window);
	if (numberIn(node, "count_include_pad", 0) === 0 || typeof window.padding === "string")
		return builder.pool(x, LAYOUT, "AveragePooling2D", [height, width], window);
	if (numberIn(node, "ceil_mode", 0) === 1) throw unusable(node, "ceil_mode with count_include_pad");
	const padded = builder.pad(x, window.padding, LAYOUT);
	return builder.pool(padded, LAYOUT, "AveragePooling2D", [height, width], { ...window, padding: "valid" });
}

/** Over the whole of every map alone, wherever the channels are. */
function reduce(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const given = numbersIn(node, "axes") ?? (step.inputs[1] && numbersOf(requiredAt(step, 1))) ?? [];
	const axes = given.map((axis) => axisOf(axis, x)).sort((a, b) => a - b);
	const layout = axes.join() === "1,2" ? "channelsFirst" : axes.join() === "0,1" ? "channelsLast" : null;
	if (!layout || x.shape.length !== 3) throw unusable(node, `axes ${given.join()}`);
	const type = node.operation === "ReduceMean" ? "GlobalAveragePooling2D" : "GlobalMaxPooling2D";
	return builder.globalPool(x, layout, type, numberIn(node, "keepdims", 1) === 1);
}

function layerNormalization(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const axis = axisOf(numberIn(node, "axis", -1), x);
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
	const axis = axisOf(numberIn(node, "axis", opset < 13 ? 1 : -1), x);
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

function reshape({ builder, node, batch }: Operation, x: Value, target: readonly number[]): Value {
	const shape = resolved(target, [batch, ...x.shape]);
	if (shape[0] !== batch) throw unusable(node, target.join(" × "));
	return builder.reshape(x, shape.slice(1));
}

function squeeze(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const given = numbersIn(node, "axes") ?? (step.inputs[1] && numbersOf(requiredAt(step, 1)));
	if (node.operation === "Squeeze") {
		const axes = (given ?? []).map((axis) => axisOf(axis, x));
		const gone = (side: number, axis: number) => (given ? axes.includes(axis) : side === 1);
		return builder.reshape(
			x,
			x.shape.filter((side, axis) => !gone(side, axis)),
		);
	}
	const axes = given ?? [];
	const rank = x.shape.length + axes.length;
	const added = axes.map((axis) => (axis < 0 ? axis + rank : axis - 1));
	if (added.some((axis) => axis < 0 || axis >= rank)) throw unusable(node, `axes ${axes.join()}`);
	const rest = [...x.shape];
	return builder.reshape(
		x,
		ordered(rank).map((axis) => (added.includes(axis) ? 1 : rest.shift()!)),
	);
}

function transpose({ builder, node }: Operation, x: Value): Value {
	const axes = numbersIn(node, "perm");
	if (axes?.[0] !== 0) throw unusable(node, `perm ${axes?.join() ?? ""}`);
	return builder.permute(
		x,
		axes.slice(1).map((axis) => axis - 1),
	);
}

/** Zeros around pictures alone. */
function pad(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const pads = numbersIn(node, "pads") ?? numbersIn(node, "paddings") ?? numbersOf(requiredAt(step, 1));
	const value = step.inputs[2] ? valuesAt(step, 2)[0] : numberIn(node, "value", 0);
	if (stringIn(node, "mode", "constant") !== "constant" || value !== 0)
		throw unusable(node, "other than zeros");
	const rank = x.shape.length + 1;
	const margins = ordered(rank).map((axis) => [pads[axis], pads[axis + rank]] as const);
	if (margins.every(([before, after]) => !before && !after)) return x;
	const kept = (axis: number) => margins[axis]?.every((margin) => margin === 0);
	if (rank !== 4 || pads.length !== 8 || !kept(0)) throw unusable(node, `pads ${pads.join()}`);
	if (kept(1)) return builder.pad(x, [margins[2], margins[3]], "channelsFirst");
	if (kept(3)) return builder.pad(x, [margins[1], margins[2]], "channelsLast");
	throw unusable(node, `pads ${pads.join()}`);
}
