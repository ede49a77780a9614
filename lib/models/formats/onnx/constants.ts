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
import { ordered } from "../order.ts";
import { numberIn, numbersIn } from "./attributes.ts";
import type { TensorMessage } from "./messages.ts";
import { type Operation, refused } from "./operation.ts";
import { constantOf } from "./tensors.ts";

/** What a node gives that reads nothing but constants and shapes: exporters work out with them where things lie. */
export function onConstants(step: Operation): Constant {
	const { node, inputs, batch } = step;
	if (node.operation === "Shape") {
		const [input] = inputs;
		if (!input) throw refused(node);
		const shape = isConstant(input) ? input.shape : [batch, ...input.shape];
		return integers(...shape.slice(numberIn(node, "start", 0), numberIn(node, "end", shape.length)));
	}
	if (node.operation === "Constant") return constantNode(step);
	const constants = inputs.filter((input) => input !== undefined && isConstant(input)) as Constant[];
	const [a, b] = constants;
	if (!a) throw refused(node);
	const axes = () => numbersIn(node, "axes") ?? (b ? numbersOf(b) : []);
	switch (node.operation) {
		case "Identity":
			return a;
		case "Cast":
			// 6 and 7: integers
			return [6, 7].includes(numberIn(node, "to", 1))
				? { shape: a.shape, values: numbersOf(a).map(Math.trunc) }
				: a;
		case "Gather":
			if (numberIn(node, "axis", 0) !== 0 || !b) throw refused(node);
			return gathered(a, numbersOf(b), b.shape.length === 0);
		case "Unsqueeze": {
			const added = axes();
			const rank = a.shape.length + added.length;
			const places = added.map((axis) => fromFirst(axis, rank));
			return { shape: unsqueezed(a.shape, places), values: a.values };
		}
		case "Squeeze": {
			const gone = axes().map((axis) => fromFirst(axis, a.shape.length));
			return reshaped(a, squeezed(a.shape, gone));
		}
		case "Concat":
			if (constants.some(({ shape }) => shape.length > 1) || constants.length !== inputs.length)
				throw refused(node);
			return chained(constants);
		case "Slice":
			return slice(step, constants);
		case "Reshape":
			return reshaped(a, numbersIn(node, "shape") ?? (b ? numbersOf(b) : []));
		case "Transpose":
			return transposed(a, numbersIn(node, "perm") ?? ordered(a.shape.length).reverse());
		case "Sqrt":
			return { shape: a.shape, values: numbersOf(a).map(Math.sqrt) };
		case "Neg":
			return { shape: a.shape, values: numbersOf(a).map((value) => -value) };
		case "ReduceProd":
			return integers(sizeOf(numbersOf(a)));
		case "ConstantOfShape": {
			const shape = numbersOf(a);
			if (!(sizeOf(shape) <= 1 << 20)) throw refused(node);
			const value = node.attributes.get("value") as TensorMessage | undefined;
			const filled = value ? numbersOf(constantOf(value, step.beside))[0] : 0;
			return { shape, values: new Array<number>(sizeOf(shape)).fill(filled) };
		}
		default:
			throw refused(node);
	}
}

function constantNode({ node, beside }: Operation): Constant {
	const tensor = node.attributes.get("value");
	if (tensor && typeof tensor === "object" && "dims" in tensor) return constantOf(tensor, beside);
	for (const name of ["value_float", "value_int"])
		if (node.attributes.has(name)) return { shape: [], values: [numberIn(node, name, 0)] };
	for (const name of ["value_floats", "value_ints"])
		if (node.attributes.has(name)) return integers(...(numbersIn(node, name) ?? []));
	throw refused(node);
}

/** Of a list. */
function slice({ node }: Operation, [list, ...bounds]: readonly Constant[]): Constant {
	if (list.shape.length !== 1) throw refused(node);
	const bound = (name: string, at: number) => numbersIn(node, name)?.[0] ?? bounds[at]?.values[0];
	const step = bound("steps", 3) ?? 1;
	if (step !== 1) throw refused(node);
	return integers(...numbersOf(list).slice(bound("starts", 0), bound("ends", 1)));
}
