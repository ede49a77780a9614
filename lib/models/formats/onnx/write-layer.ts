import { userError } from "../../../user-error.ts";
import type { Activation } from "../../layers.ts";
import type { PlacedLayer } from "../../network.ts";
import { type Padding, pairOf, reachOf, type Size, sameMargins } from "../../window.ts";
import { transposed } from "../constant.ts";
import { ATTRIBUTE, type OnnxGraph, type Tensor } from "./onnx-graph.ts";

const refused = (layer: string) => userError("error.export.layer", { layer });

/** Channels last, for what looks at the order of all numbers. */
const plain = (graph: OnnxGraph, { name, shape }: Tensor): string =>
	shape.length === 3 ? graph.node("Transpose", [name], [ATTRIBUTE.ints("perm", [0, 2, 3, 1])]) : name;

/** Back to channels first. */
const asOnnx = (graph: OnnxGraph, name: string, shape: readonly number[]): string =>
	shape.length === 3 ? graph.node("Transpose", [name], [ATTRIBUTE.ints("perm", [0, 3, 1, 2])]) : name;

/** How a window slides over a picture of these sides; runtimes differ in what they make of "same" by name. */
function windowAttributes(
	[height, width]: readonly number[],
	kernel: Size,
	{ strides, padding, dilation = 1 }: { strides: Size; padding: Padding; dilation?: Size },
): Uint8Array[] {
	const margins = (axis: 0 | 1, side: number): readonly [number, number] => {
		if (padding === "valid") return [0, 0];
		if (padding !== "same") return padding[axis];
		return sameMargins(side, reachOf(pairOf(kernel)[axis], pairOf(dilation)[axis]), pairOf(strides)[axis]);
	};
	const [rows, columns] = [margins(0, height), margins(1, width)];
	return [
		ATTRIBUTE.ints("kernel_shape", pairOf(kernel)),
		ATTRIBUTE.ints("strides", pairOf(strides)),
		ATTRIBUTE.ints("pads", [rows[0], columns[0], rows[1], columns[1]]),
		...(String(pairOf(dilation)) === "1,1" ? [] : [ATTRIBUTE.ints("dilations", pairOf(dilation))]),
	];
}

/** Adds a layer; gives the name of its output. Throws a UserError where ONNX lacks it. */
export function writeLayer(
	graph: OnnxGraph,
	placed: PlacedLayer,
	inputs: readonly Tensor[],
	values: readonly Float32Array[],
): string {
	const { layer, inputShape, outputShape, weights } = placed;
	const [x] = inputs;
	const activated = (sum: string, activation: Activation) =>
		activate(graph, sum, activation, outputShape.length);
	const weight = (at: number, axes: readonly number[]) => {
		const turned = transposed({ shape: weights[at].shape, values: values[at] }, axes);
		return graph.constant(turned.shape, turned.values);
	};
	switch (layer.type) {
		case "Conv2D": {
			const constants = [
				weight(0, [3, 2, 0, 1]),
				...values.slice(1).map((bias) => graph.constant([bias.length], bias)),
			];
			const attributes = windowAttributes(inputShape, layer.kernelSize, layer);
			return activated(graph.node("Conv", [x.name, ...constants], attributes), layer.activation);
		}
		case "DepthwiseConv2D": {
			const [height, width, channels, multiplier] = weights[0].shape;
			const turned = transposed({ shape: weights[0].shape, values: values[0] }, [2, 3, 0, 1]);
			const kernel = graph.constant([channels * multiplier, 1, height, width], turned.values);
			const bias = values.slice(1).map((bias) => graph.constant([bias.length], bias));
			const attributes = [
				...windowAttributes(inputShape, layer.kernelSize, layer),
				ATTRIBUTE.int("group", channels),
			];
			return activated(graph.node("Conv", [x.name, kernel, ...bias], attributes), layer.activation);
		}
		case "Dense": {
			const kernel = graph.constant(weights[0].shape, values[0]);
			const bias = values.slice(1).map((bias) => graph.constant([bias.length], bias));
			if (inputShape.length === 1)
				return activated(graph.node("Gemm", [x.name, kernel, ...bias]), layer.activation);
			const product = graph.node("MatMul", [plain(graph, x), kernel]);
			const sum = bias.length > 0 ? graph.node("Add", [product, ...bias]) : product;
			return activated(asOnnx(graph, sum, outputShape), layer.activation);
		}
		case "BatchNormalization": {
			if (inputShape.length === 2) throw refused("BatchNormalization");
			const constants = values.map((own) => graph.constant([own.length], own));
			return graph.node(
				"BatchNormalization",
				[x.name, ...constants],
				[ATTRIBUTE.float("epsilon", layer.epsilon)],
			);
		}
		case "LayerNormalization": {
			const constants = values.map((own, i) => graph.constant(weights[i].shape, own));
			const attributes = [ATTRIBUTE.int("axis", -layer.axes), ATTRIBUTE.float("epsilon", layer.epsilon)];
			return asOnnx(
				graph,
				graph.node("LayerNormalization", [plain(graph, x), ...constants], attributes),
				outputShape,
			);
		}
		case "MaxPooling2D":
		case "AveragePooling2D": {
			const { poolSize, strides = poolSize, padding = "valid" } = layer;
			const operation = layer.type === "MaxPooling2D" ? "MaxPool" : "AveragePool";
			return graph.node(operation, [x.name], windowAttributes(inputShape, poolSize, { strides, padding }));
		}
		case "GlobalAveragePooling2D":
		case "GlobalMaxPooling2D": {
			const operation = layer.type === "GlobalMaxPooling2D" ? "GlobalMaxPool" : "GlobalAveragePool";
			return graph.node("Flatten", [graph.node(operation, [x.name])], [ATTRIBUTE.int("axis", 1)]);
		}
		case "Dropout":
			return graph.node("Identity", [x.name]);
		case "Activation":
			return activated(x.name, layer.activation);
		case "LeakyReLU":
			return graph.node("LeakyRelu", [x.name], [ATTRIBUTE.float("alpha", layer.alpha)]);
		case "ELU":
			return graph.node("Elu", [x.name], [ATTRIBUTE.float("alpha", layer.alpha)]);
		case "PReLU": {
			const picture = layer.shape.length === 3;
			const slopes = picture ? weight(0, [2, 0, 1]) : graph.constant(layer.shape, values[0]);
			return graph.node("PRelu", [x.name, slopes]);
		}
		case "Flatten":
			return graph.node("Flatten", [plain(graph, x)], [ATTRIBUTE.int("axis", 1)]);
		case "Reshape": {
			const target = graph.integers([-1, ...outputShape]);
			return asOnnx(graph, graph.node("Reshape", [plain(graph, x), target]), outputShape);
		}
		case "Permute": {
			const axes = [0, ...layer.axes.map((axis) => axis + 1)];
			return asOnnx(
				graph,
				graph.node("Transpose", [plain(graph, x)], [ATTRIBUTE.ints("perm", axes)]),
				outputShape,
			);
		}
		case "ZeroPadding2D": {
			const [rows, columns] = layer.padding;
			const pads = graph.integers([0, 0, rows[0], columns[0], 0, 0, rows[1], columns[1]]);
			return graph.node("Pad", [x.name, pads]);
		}
		case "Rescaling": {
			const scaled = graph.node("Mul", [x.name, graph.constant([], [layer.scale])]);
			return graph.node("Add", [scaled, graph.constant([], [layer.offset])]);
		}
		case "Concatenate": {
			const axis = outputShape.length === 3 ? [2, 3, 1][layer.axis] : layer.axis + 1;
			const names = inputs.map(({ name }) => name);
			return graph.node("Concat", names, [ATTRIBUTE.int("axis", axis)]);
		}
		default:
			return merge(graph, layer.type, inputs);
	}
}

const MERGE = {
	Add: "Add",
	Multiply: "Mul",
	Subtract: "Sub",
	Average: "Mean",
	Maximum: "Max",
	Minimum: "Min",
} as const;

function merge(graph: OnnxGraph, type: keyof typeof MERGE, inputs: readonly Tensor[]): string {
	const names = inputs.map(({ name }) => name);
	if (new Set(inputs.map(({ shape }) => shape.length)).size > 1) throw refused(type);
	if (type === "Average" || type === "Maximum" || type === "Minimum") return graph.node(MERGE[type], names);
	return names.slice(1).reduce((sum, name) => graph.node(MERGE[type], [sum, name]), names[0]);
}

const SIMPLE: Partial<Record<Activation, string>> = {
	relu: "Relu",
	sigmoid: "Sigmoid",
	tanh: "Tanh",
	elu: "Elu",
	selu: "Selu",
	softplus: "Softplus",
	softsign: "Softsign",
	exponential: "Exp",
	hard_swish: "HardSwish",
	gelu: "Gelu",
};

function activate(graph: OnnxGraph, x: string, activation: Activation, rank: number): string {
	const simple = SIMPLE[activation];
	if (simple) return graph.node(simple, [x]);
	switch (activation) {
		case "relu6":
			return graph.node("Clip", [x, graph.constant([], [0]), graph.constant([], [6])]);
		case "softmax":
		case "log_softmax": {
			// Over the channels, which come first in pictures.
			const axis = [ATTRIBUTE.int("axis", rank === 3 ? 1 : -1)];
			return graph.node(activation === "softmax" ? "Softmax" : "LogSoftmax", [x], axis);
		}
		case "swish":
			return graph.node("Mul", [x, graph.node("Sigmoid", [x])]);
		case "hard_sigmoid":
			return graph.node("HardSigmoid", [x], [ATTRIBUTE.float("alpha", 1 / 6), ATTRIBUTE.float("beta", 0.5)]);
		default:
			return x;
	}
}
