import { kernelOf, transposed } from "../constant.ts";
import { expandGroups } from "../groups.ts";
import type { Value } from "../value.ts";
import { LAYOUT, numberIn, numbersIn, windowIn } from "./attributes.ts";
import { constantAt, type Operation, requiredAt, unusable, valuesAt } from "./operation.ts";

export function convolution(step: Operation, x: Value): Value {
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

export function gemm(step: Operation, x: Value): Value {
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

export function pool(step: Operation, x: Value): Value {
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
