import { kernelOf, transposed } from "../constant.ts";
import { expandGroups } from "../groups.ts";
import type { Layout, Value, Window } from "../value.ts";
import { ACTIVATIONS } from "./activations.ts";
import { flagIn, type GraphNode, numberIn, numbersIn, stringIn, stringsIn } from "./node.ts";
import { constantAt, layoutOf, type Operation, unusable, valuesAt } from "./operation.ts";

export function sidesOf(node: GraphNode, name: string, layout: Layout): readonly [number, number] {
	const sides = numbersIn(node, name) ?? [1, 1, 1, 1];
	return layout === "channelsFirst" ? [sides[2], sides[3]] : [sides[1], sides[2]];
}

export function windowOf(node: GraphNode): Window {
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
export function fused(step: Operation): [bias: Float32Array | undefined, activated: (value: Value) => Value] {
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

export function convolution(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const [bias, activated] = fused(step);
	const layout = layoutOf(node);
	const kernel = kernelOf(constantAt(step, 1));
	const groups = builder.channels(x, layout) / kernel.shape[2];
	return activated(builder.conv2d(x, layout, expandGroups(kernel, groups), bias, windowOf(node)));
}

export function product(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const [bias, activated] = fused(step);
	if (flagIn(node, "transpose_a") || flagIn(node, "adj_x")) throw unusable(node, "transpose_a");
	const weight = constantAt(step, 1);
	const turned = flagIn(node, "transpose_b") || flagIn(node, "adj_y");
	const matrix = turned && weight.shape.length === 2 ? transposed(weight, [1, 0]) : weight;
	return activated(builder.dense(x, kernelOf(matrix), bias));
}
