import { userError } from "../../user-error.ts";
import { sizeOf } from "../layer-shapes.ts";
import { type Constant, combine, type Entity, isConstant, kernelOf } from "./constant.ts";
import type { GraphBuilder } from "./graph-builder.ts";
import type { Value } from "./value.ts";

export type Arithmetic = "Add" | "Subtract" | "Multiply" | "Divide" | "Maximum" | "Minimum";

const NUMBERS: Readonly<Record<Arithmetic, (a: number, b: number) => number>> = {
	Add: (a, b) => a + b,
	Subtract: (a, b) => a - b,
	Multiply: (a, b) => a * b,
	Divide: (a, b) => a / b,
	Maximum: Math.max,
	Minimum: Math.min,
};

/**
 * An operation on two things of which either may be a constant: a layer that merges, or scales and shifts.
 *
 * @param alone whether nothing else reads `a`, so that a sum may become the bias of the layer that gives it
 */
export function arithmetic(
	builder: GraphBuilder,
	kind: Arithmetic,
	a: Entity,
	b: Entity,
	alone: boolean,
): Entity {
	if (isConstant(a)) {
		if (isConstant(b)) return combine(a, b, NUMBERS[kind]);
		return constantFirst(builder, kind, a, b, alone);
	}
	if (isConstant(b)) return withConstant(builder, kind, a, b, alone);
	if (kind === "Divide") throw userError("error.import.operation", { operation: kind });
	return builder.merge(kind, [a, b]);
}

function constantFirst(
	builder: GraphBuilder,
	kind: Arithmetic,
	constant: Constant,
	value: Value,
	alone: boolean,
): Value {
	if (kind === "Divide") throw userError("error.import.operation", { operation: kind });
	if (kind !== "Subtract") return withConstant(builder, kind, value, constant, alone);
	return withConstant(builder, "Add", builder.rescale(value, -1, 0), constant, false);
}

function withConstant(
	builder: GraphBuilder,
	kind: Arithmetic,
	value: Value,
	constant: Constant,
	alone: boolean,
): Value {
	const { values } = kernelOf(constant);
	if (kind === "Maximum" || kind === "Minimum") return clipped(builder, kind, value, values);
	const numbers = (of: (x: number) => number) => values.map(of);
	const scale = kind === "Multiply" ? values : kind === "Divide" ? numbers((x) => 1 / x) : numbers(() => 1);
	const offset = kind === "Add" ? values : kind === "Subtract" ? numbers((x) => -x) : numbers(() => 0);
	if (values.length === 1) return builder.rescale(value, scale[0], offset[0]);

	const sides = alignedSides(constant, value);
	const wide = sides.flatMap((side, axis) => (side > 1 ? [axis] : []));
	const sums = kind === "Add" || kind === "Subtract";
	if (wide.length === 1) {
		if (sums && alone) {
			const biased = builder.biased(value, wide[0], offset);
			if (biased) return biased;
		}
		return builder.affine(value, wide[0], scale, offset);
	}
	if (values.length !== sizeOf(value.shape)) throw refused(kind);
	return builder.reshape(builder.affine(builder.flatten(value), 0, scale, offset), value.shape);
}

const refused = (kind: Arithmetic) =>
	userError("error.import.operation", { operation: `${kind} with a constant` });

/** The constant's sides at the axes of the value: 1, or as long. */
function alignedSides({ shape }: Constant, value: Value): number[] {
	const rank = value.shape.length;
	const missing = rank - shape.length;
	// One more axis than the value has: the batch.
	if (missing < -1 || (missing === -1 && shape[0] !== 1)) throw refused("Add");
	const sides = value.shape.map((_, axis) => shape[axis - missing] ?? 1);
	if (sides.some((side, axis) => side !== 1 && side !== value.shape[axis])) throw refused("Add");
	return sides;
}

/** max(x, c) = relu(x - c) + c and min(x, c) = c - relu(c - x) */
function clipped(
	builder: GraphBuilder,
	kind: "Maximum" | "Minimum",
	value: Value,
	values: Float32Array,
): Value {
	if (values.length !== 1) throw refused(kind);
	const [bound] = values;
	const sign = kind === "Maximum" ? 1 : -1;
	if (bound === 0 && sign === 1) return builder.activation(value, "relu");
	const above = builder.activation(builder.rescale(value, sign, -sign * bound), "relu");
	return builder.rescale(above, sign, bound);
}
