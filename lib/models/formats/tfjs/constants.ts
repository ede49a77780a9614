import { sizeOf } from "../../layer-shapes.ts";
import { fromFirst, squeezed, unsqueezed } from "../axes.ts";
import {
	type Constant,
	chained,
	gathered,
	integers,
	isConstant,
	numbersOf,
	reshaped,
	transposed,
} from "../constant.ts";
import { numberIn, squeezedAxes } from "./node.ts";
import { type Operation, refused } from "./operation.ts";

/** What reads nothing but constants and shapes: where things lie. */
export function onConstants({ node, inputs, batch }: Operation): Constant {
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
			const axes = squeezedAxes(node).map((axis) => fromFirst(axis, a.shape.length));
			return reshaped(a, squeezed(a.shape, axes));
		}
		case "ExpandDims":
			return {
				shape: unsqueezed(a.shape, [fromFirst(numbersOf(b)[0], a.shape.length + 1)]),
				values: a.values,
			};
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
