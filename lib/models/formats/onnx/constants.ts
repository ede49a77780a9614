import { userError } from "../../../user-error.ts";
import { sizeOf } from "../../layer-shapes.ts";
import { type Arithmetic, arithmetic } from "../arithmetic.ts";
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
import type { NodeMessage, TensorMessage } from "./messages.ts";
import type { Operation } from "./operation.ts";
import { constantOf } from "./tensors.ts";

const refused = ({ operation }: NodeMessage) => userError("error.import.operation", { operation });

const ARITHMETIC: Readonly<Record<string, Arithmetic>> = {
	Add: "Add",
	Sub: "Subtract",
	Mul: "Multiply",
	Div: "Divide",
	Max: "Maximum",
	Min: "Minimum",
};

/** What a node gives that reads nothing but constants and shapes: exporters work out with them where things lie. */
export function onConstants(step: Operation): Constant {
	const { node, inputs, batch, builder } = step;
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
	const kind = ARITHMETIC[node.operation];
	if (kind && b) return arithmetic(builder, kind, a, b, false) as Constant;
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
		case "Unsqueeze":
			return { shape: withOnes(a.shape, axes()), values: a.values };
		case "Squeeze": {
			const gone = axes().map((axis) => (axis < 0 ? axis + a.shape.length : axis));
			const kept = a.shape.filter((side, axis) => (gone.length > 0 ? !gone.includes(axis) : side !== 1));
			return reshaped(a, kept);
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

function withOnes(shape: readonly number[], axes: readonly number[]): number[] {
	const rank = shape.length + axes.length;
	const added = axes.map((axis) => (axis < 0 ? axis + rank : axis));
	const rest = [...shape];
	return ordered(rank).map((axis) => (added.includes(axis) ? 1 : (rest.shift() ?? 1)));
}

/** Of a list. */
function slice({ node }: Operation, [list, ...bounds]: readonly Constant[]): Constant {
	if (list.shape.length !== 1) throw refused(node);
	const bound = (name: string, at: number) => numbersIn(node, name)?.[0] ?? bounds[at]?.values[0];
	const step = bound("steps", 3) ?? 1;
	if (step !== 1) throw refused(node);
	return integers(...numbersOf(list).slice(bound("starts", 0), bound("ends", 1)));
}
