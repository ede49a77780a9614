import { userError } from "../../../user-error.ts";
import { sizeOf } from "../../layer-shapes.ts";
import type { Activation } from "../../layers.ts";
import { type Arithmetic, arithmetic } from "../arithmetic.ts";
import {
	type Constant,
	chained,
	type Entity,
	gathered,
	integers,
	isConstant,
	kernelOf,
	numbersOf,
	reshaped,
	resolved,
	transposed,
} from "../constant.ts";
import type { GraphBuilder, Layout, Value, Window } from "../graph-builder.ts";
import { expandGroups } from "../groups.ts";
import { ordered } from "../order.ts";
import { flagIn, type GraphNode, numberIn, numbersIn, stringIn, stringsIn } from "./node.ts";

/** A node with what goes in. */
export interface Operation {
	readonly builder: GraphBuilder;
	readonly node: GraphNode;
	readonly inputs: readonly Entity[];
	/** Whether nothing else reads the first input. */
	readonly alone: boolean;
	readonly batch: number;
}

const ACTIVATIONS: Readonly<Record<string, Activation>> = {
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

const ARITHMETIC: Readonly<Record<string, Arithmetic>> = {
	Add: "Add",
	AddV2: "Add",
	BiasAdd: "Add",
	Sub: "Subtract",
	Mul: "Multiply",
	RealDiv: "Divide",
	Maximum: "Maximum",
	Minimum: "Minimum",
};

const refused = ({ operation }: GraphNode) => userError("error.import.operation", { operation });
const unusable = ({ operation }: GraphNode, option: string) =>
	userError("error.import.option", { layer: operation, option });

/** What a node gives. Throws a UserError at an operation, or a use of one, that cannot be run. */
export function operate(step: Operation): Entity {
	const { node, inputs, builder, alone } = step;
	const [a, b] = inputs;
	if (!a) throw refused(node);
	const kind = ARITHMETIC[node.operation];
	if (kind && b) {
		// A bias belongs to the channels wherever they are.
		if (node.operation === "BiasAdd" && !isConstant(a) && isConstant(b) && layoutOf(node) === "channelsFirst")
			return arithmetic(builder, kind, a, { shape: [b.shape[0], 1, 1], values: b.values }, alone);
		return arithmetic(builder, kind, a, b, alone);
	}
	if (inputs.every(isConstant) || node.operation === "Shape") return onConstants(step);
	if (node.operation === "ConcatV2") return concat(step);
	if (isConstant(a)) throw refused(node);
	return onValue(step, a);
}

function constantAt({ node, inputs }: Operation, at: number): Constant {
	const input = inputs[at];
	if (!input || !isConstant(input)) throw unusable(node, `input ${at}`);
	return input;
}

const valuesAt = (step: Operation, at: number) => kernelOf(constantAt(step, at)).values;

function onValue(step: Operation, x: Value): Value {
	const { builder, node, inputs, batch } = step;
	const activation = ACTIVATIONS[node.operation];
	if (activation) return builder.activation(x, activation);
	switch (node.operation) {
		case "Identity":
		case "IdentityN":
		case "StopGradient":
		case "Cast":
		case "CheckNumerics":
			return x;
		case "Neg":
			return builder.rescale(x, -1, 0);
		case "Elu":
			return builder.leaky(x, "ELU", 1);
		case "LeakyRelu":
			return builder.leaky(x, "LeakyReLU", numberIn(node, "alpha", 0.2));
		case "Prelu":
			return builder.prelu(x, kernelOf(constantAt(step, 1)));
		case "Conv2D":
		case "_FusedConv2D":
			return convolution(step, x);
		case "DepthwiseConv2dNative":
		case "FusedDepthwiseConv2dNative": {
			const [bias, activated] = fused(step);
			const kernel = kernelOf(constantAt(step, 1));
			return activated(builder.depthwise(x, layoutOf(node), kernel, bias, windowOf(node)));
		}
		case "MatMul":
		case "BatchMatMul":
		case "BatchMatMulV2":
		case "_FusedMatMul":
			return product(step, x);
		case "MaxPool":
		case "AvgPool": {
			const layout = layoutOf(node);
			const type = node.operation === "MaxPool" ? "MaxPooling2D" : "AveragePooling2D";
			return builder.pool(x, layout, type, sidesOf(node, "ksize", layout), windowOf(node));
		}
		case "Mean":
		case "Max":
			return reduce(step, x);
		case "FusedBatchNorm":
		case "FusedBatchNormV2":
		case "FusedBatchNormV3": {
			const [gamma, beta, mean, variance] = [1, 2, 3, 4].map((at) => valuesAt(step, at));
			const axis = layoutOf(node) === "channelsFirst" ? 0 : x.shape.length - 1;
			return builder.batchNorm(x, axis, { gamma, beta, mean, variance }, numberIn(node, "epsilon", 1e-4));
		}
		case "Reshape": {
			const target = numbersOf(constantAt(step, 1));
			const shape = resolved(target, [batch, ...x.shape]);
			if (shape[0] !== batch) throw unusable(node, target.join(" × "));
			return builder.reshape(x, shape.slice(1));
		}
		case "Squeeze": {
			const axes = (numbersIn(node, "squeeze_dims") ?? numbersIn(node, "axis") ?? []).map((axis) =>
				axisOf(axis, x),
			);
			const kept = x.shape.filter((side, axis) => (axes.length > 0 ? !axes.includes(axis) : side !== 1));
			return builder.reshape(x, kept);
		}
		case "ExpandDims": {
			const [given] = numbersOf(constantAt(step, 1));
			const axis = given < 0 ? given + x.shape.length + 1 : given - 1;
			if (axis < 0) throw unusable(node, "the batch's axis");
			return builder.reshape(x, [...x.shape.slice(0, axis), 1, ...x.shape.slice(axis)]);
		}
		case "Transpose": {
			const axes = numbersOf(constantAt(step, 1));
			if (axes[0] !== 0) throw unusable(node, "the batch's axis");
			return builder.permute(
				x,
				axes.slice(1).map((axis) => axis - 1),
			);
		}
		case "Pad":
		case "PadV2":
			return pad(step, x);
		case "Rsqrt":
		case "Square":
			throw refused(node);
		case "AddN":
			return builder.merge("Add", inputs as Value[]);
		default:
			throw refused(node);
	}
}

const axisOf = (axis: number, x: Value): number => (axis < 0 ? axis + x.shape.length : axis - 1);

const layoutOf = (node: GraphNode): Layout =>
	stringIn(node, "data_format", "NHWC") === "NCHW" ? "channelsFirst" : "channelsLast";

function sidesOf(node: GraphNode, name: string, layout: Layout): readonly [number, number] {
	const sides = numbersIn(node, name) ?? [1, 1, 1, 1];
	return layout === "channelsFirst" ? [sides[2], sides[3]] : [sides[1], sides[2]];
}

function windowOf(node: GraphNode): Window {
	const layout = layoutOf(node);
	const strides = sidesOf(node, "strides", layout);
	const dilation = sidesOf(node, "dilations", layout);
	const dilated = Math.max(...dilation) > 1;
	const common = { strides, ...(dilated && { dilation }) };
	const padding = stringIn(node, "padding", "VALID");
	if (padding === "VALID") return { ...common, padding: "valid" };
	if (padding === "SAME") return { ...common, padding: "same" };
	const pads = numbersIn(node, "explicit_paddings");
	if (padding !== "EXPLICIT" || pads?.length !== 8) throw unusable(node, `padding ${padding}`);
	const at = layout === "channelsFirst" ? 4 : 2;
	return {
		...common,
		padding: [
			[pads[at], pads[at + 1]],
			[pads[at + 2], pads[at + 3]],
		],
	};
}

/** What was fused into a sum: its bias, and the activation behind it. */
function fused(step: Operation): [bias: Float32Array | undefined, activated: (value: Value) => Value] {
	const { builder, node } = step;
	const [first, second, ...rest] = stringsIn(node, "fused_ops");
	if (first === undefined) return [undefined, (value) => value];
	if (first !== "BiasAdd" || rest.length > 0) throw unusable(node, [first, second, ...rest].join());
	const bias = valuesAt(step, 2);
	if (second === undefined) return [bias, (value) => value];
	if (second === "LeakyRelu")
		return [bias, (value) => builder.leaky(value, "LeakyReLU", numberIn(node, "leakyrelu_alpha", 0.2))];
	if (second === "Elu") return [bias, (value) => builder.leaky(value, "ELU", 1)];
	if (second === "Prelu") return [bias, (value) => builder.prelu(value, kernelOf(constantAt(step, 3)))];
	const activation = ACTIVATIONS[second];
	if (!activation) throw unusable(node, second);
	return [bias, (value) => builder.activation(value, activation)];
}

function convolution(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const [bias, activated] = fused(step);
	const layout = layoutOf(node);
	const kernel = kernelOf(constantAt(step, 1));
	const groups = builder.channels(x, layout) / kernel.shape[2];
	return activated(builder.conv2d(x, layout, expandGroups(kernel, groups), bias, windowOf(node)));
}

function product(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const [bias, activated] = fused(step);
	if (flagIn(node, "transpose_a") || flagIn(node, "adj_x")) throw unusable(node, "transpose_a");
	const weight = constantAt(step, 1);
	const turned = flagIn(node, "transpose_b") || flagIn(node, "adj_y");
	const matrix = turned && weight.shape.length === 2 ? transposed(weight, [1, 0]) : weight;
	return activated(builder.dense(x, kernelOf(matrix), bias));
}

function reduce(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const axes = numbersOf(constantAt(step, 1))
		.map((axis) => axisOf(axis, x))
		.sort((a, b) => a - b);
	const layout = axes.join() === "0,1" ? "channelsLast" : axes.join() === "1,2" ? "channelsFirst" : null;
	if (!layout || x.shape.length !== 3) throw unusable(node, `axes ${axes.join()}`);
	const type = node.operation === "Mean" ? "GlobalAveragePooling2D" : "GlobalMaxPooling2D";
	return builder.globalPool(x, layout, type, flagIn(node, "keep_dims"));
}

function pad(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const margins = numbersOf(constantAt(step, 1));
	if (node.operation === "PadV2" && valuesAt(step, 2)[0] !== 0) throw unusable(node, "other than zeros");
	const pairs = ordered(margins.length / 2).map(
		(axis) => [margins[2 * axis], margins[2 * axis + 1]] as const,
	);
	const kept = (axis: number) => pairs[axis]?.every((margin) => margin === 0);
	if (x.shape.length !== 3 || pairs.length !== 4 || !kept(0)) throw unusable(node, margins.join());
	if (kept(3)) return builder.pad(x, [pairs[1], pairs[2]], "channelsLast");
	if (kept(1)) return builder.pad(x, [pairs[2], pairs[3]], "channelsFirst");
	throw unusable(node, margins.join());
}

function concat({ builder, node, inputs }: Operation): Value {
	const values = inputs.slice(0, -1);
	const axis = inputs[inputs.length - 1];
	if (!isConstant(axis) || values.some(isConstant)) throw refused(node);
	const [first] = values as Value[];
	const place = axisOf(axis.values[0], first);
	if (place < 0) throw unusable(node, "the batch's axis");
	return builder.concat(values as Value[], place);
}

/** What reads nothing but constants and shapes: where things lie. */
function onConstants({ node, inputs, batch }: Operation): Constant {
	const [first] = inputs;
	if (node.operation === "Shape")
		return integers(...(isConstant(first) ? first.shape : [batch, ...first.shape]));
	const constants = inputs as readonly Constant[];
	const [a, b] = constants;
	switch (node.operation) {
		case "Identity":
		case "Cast":
			return a;
		case "StridedSlice": {
			const [begin, end, step] = constants.slice(1).map(({ values }) => values[0]);
			if (step !== 1 || a.shape.length !== 1) throw refused(node);
			const masked = numberIn(node, "begin_mask", 0) & 1;
			const open = numberIn(node, "end_mask", 0) & 1;
			const single = numberIn(node, "shrink_axis_mask", 0) & 1;
			if (single) return gathered(a, [begin], true);
			return integers(...numbersOf(a).slice(masked ? 0 : begin, open ? undefined : end));
		}
		case "GatherV2":
			return gathered(a, numbersOf(b), b.shape.length === 0);
		case "Pack":
			return chained(constants);
		case "ConcatV2":
			return chained(constants.slice(0, -1));
		case "Prod":
			return { shape: [], values: [sizeOf(numbersOf(a))] };
		case "Reshape":
			return reshaped(a, numbersOf(b));
		case "Transpose":
			return transposed(a, numbersOf(b));
		case "Squeeze": {
			const axes = (numbersIn(node, "squeeze_dims") ?? []).map(
				(axis) => (axis + a.shape.length) % a.shape.length,
			);
			const kept = a.shape.filter((side, axis) => (axes.length > 0 ? !axes.includes(axis) : side !== 1));
			return reshaped(a, kept);
		}
		case "ExpandDims":
			return { shape: [1, ...a.shape], values: a.values };
		case "Rsqrt":
			return { shape: a.shape, values: numbersOf(a).map((value) => 1 / Math.sqrt(value)) };
		case "Sqrt":
			return { shape: a.shape, values: numbersOf(a).map(Math.sqrt) };
		case "Neg":
			return { shape: a.shape, values: numbersOf(a).map((value) => -value) };
		default:
			throw refused(node);
	}
}
