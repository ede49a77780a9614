import { squeezed, unsqueezed, withoutBatch } from "../axes.ts";
import { numbersOf, resolved } from "../constant.ts";
import { ordered } from "../order.ts";
import type { Value } from "../value.ts";
import { numberIn, numbersIn, stringIn } from "./attributes.ts";
import { type Operation, requiredAt, unusable, valuesAt } from "./operation.ts";

/** Over the whole of every map alone, wherever the channels are. */
export function reduce(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const given = numbersIn(node, "axes") ?? (step.inputs[1] && numbersOf(requiredAt(step, 1))) ?? [];
	const axes = given.map((axis) => withoutBatch(axis, x.shape.length)).sort((a, b) => a - b);
	const layout = axes.join() === "1,2" ? "channelsFirst" : axes.join() === "0,1" ? "channelsLast" : null;
	if (!layout || x.shape.length !== 3) throw unusable(node, `axes ${given.join()}`);
	const type = node.operation === "ReduceMean" ? "GlobalAveragePooling2D" : "GlobalMaxPooling2D";
	return builder.globalPool(x, layout, type, numberIn(node, "keepdims", 1) === 1);
}

export function reshape({ builder, node, batch }: Operation, x: Value, target: readonly number[]): Value {
	const shape = resolved(target, [batch, ...x.shape]);
	if (shape[0] !== batch) throw unusable(node, target.join(" × "));
	return builder.reshape(x, shape.slice(1));
}

export function squeeze(step: Operation, x: Value): Value {
	const { builder, node } = step;
	const given = numbersIn(node, "axes") ?? (step.inputs[1] && numbersOf(requiredAt(step, 1))) ?? [];
	const rank = x.shape.length + (node.operation === "Squeeze" ? 0 : given.length);
	const axes = given.map((axis) => withoutBatch(axis, rank));
	if (node.operation === "Squeeze") return builder.reshape(x, squeezed(x.shape, axes));
	if (axes.some((axis) => axis < 0 || axis >= rank)) throw unusable(node, `axes ${given.join()}`);
	return builder.reshape(x, unsqueezed(x.shape, axes));
}

export function transpose({ builder, node }: Operation, x: Value): Value {
	const axes = numbersIn(node, "perm");
	if (axes?.[0] !== 0) throw unusable(node, `perm ${axes?.join() ?? ""}`);
	return builder.permute(
		x,
		axes.slice(1).map((axis) => axis - 1),
	);
}

/** Zeros around pictures alone. */
export function pad(step: Operation, x: Value): Value {
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
