import { withoutBatch } from "../axes.ts";
import { isConstant, numbersOf } from "../constant.ts";
import { ordered } from "../order.ts";
import type { Value } from "../value.ts";
import { flagIn } from "./node.ts";
import { constantAt, type Operation, refused, unusable, valuesAt } from "./operation.ts";

export function reduce(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const axes = numbersOf(constantAt(step, 1))
		.map((axis) => withoutBatch(axis, x.shape.length))
		.sort((a, b) => a - b);
	const layout = axes.join() === "0,1" ? "channelsLast" : axes.join() === "1,2" ? "channelsFirst" : null;
	if (!layout || x.shape.length !== 3) throw unusable(node, `axes ${axes.join()}`);
	const type = node.operation === "Mean" ? "GlobalAveragePooling2D" : "GlobalMaxPooling2D";
	return builder.globalPool(x, layout, type, flagIn(node, "keep_dims"));
}

export function pad(step: Operation, x: Value): Value {
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

export function concat({ builder, node, inputs }: Operation): Value {
	const values = inputs.slice(0, -1);
	const axis = inputs[inputs.length - 1];
	if (!isConstant(axis) || values.some(isConstant)) throw refused(node);
	const [first] = values as Value[];
	const place = withoutBatch(axis.values[0], first.shape.length);
	if (place < 0) throw unusable(node, "the batch's axis");
	return builder.concat(values as Value[], place);
}
