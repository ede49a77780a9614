import { userError } from "../../user-error.ts";
import { broadcast, sizeOf } from "../layer-shapes.ts";
import { inOrder, ordered } from "./order.ts";
import type { Kernel, Value } from "./value.ts";

/** Numbers that a graph holds or works out from its own shapes, with the batch first where they have one. */
export interface Constant {
	readonly shape: readonly number[];
	readonly values: ArrayLike<number>;
}

/** What a name in a graph stands for. */
export type Entity = Value | Constant;

export const isConstant = (entity: Entity): entity is Constant => "values" in entity;

/** Constants of shapes and axes are small; nothing else is worked out here. */
const MOST = 1 << 24;

export const integers = (...values: number[]): Constant => ({ shape: [values.length], values });

export const numbersOf = ({ values }: Constant): number[] => Array.from(values);

/** The constant as a layer's weight. */
export const kernelOf = ({ shape, values }: Constant): Kernel => ({
	shape,
	values: values instanceof Float32Array ? values : Float32Array.from(values),
});

/** Row by row, where each step along each axis leads in memory. */
function stridesOf(shape: readonly number[]): number[] {
	const strides = new Array<number>(shape.length).fill(1);
	for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1] * shape[axis + 1];
	return strides;
}

/** The constant with its axes in another order. */
export function transposed({ shape, values }: Constant, axes: readonly number[]): Constant {
	if ([...axes].sort((a, b) => a - b).join() !== ordered(shape.length).join())
		throw userError("error.import.broken", { detail: "axes are permuted wrongly" });
	const to = inOrder(shape, axes);
	const from = inOrder(stridesOf(shape), axes);
	const result = new Float32Array(sizeOf(shape));
	const index = new Array<number>(to.length).fill(0);
	let source = 0;
	for (let i = 0; i < result.length; i++) {
		result[i] = values[source];
		for (let axis = to.length - 1; axis >= 0; axis--) {
			source += from[axis];
			if (++index[axis] < to[axis]) break;
			source -= to[axis] * from[axis];
			index[axis] = 0;
		}
	}
	return { shape: to, values: result };
}

/** Number by number, shapes broadcast. */
export function combine(a: Constant, b: Constant, with_: (a: number, b: number) => number): Constant {
	const shape = broadcast([a.shape, b.shape]);
	if (sizeOf(shape) > MOST) throw userError("error.import.broken", { detail: "a constant is too large" });
	const at = ({ shape: own, values }: Constant, i: number) => {
		let rest = i;
		let place = 0;
		let step = 1;
		for (let axis = shape.length - 1; axis >= 0; axis--) {
			const side = own[axis - shape.length + own.length] ?? 1;
			if (side > 1) place += (rest % shape[axis]) * step;
			step *= side;
			rest = Math.floor(rest / shape[axis]);
		}
		return values[place];
	};
	return { shape, values: Array.from({ length: sizeOf(shape) }, (_, i) => with_(at(a, i), at(b, i))) };
}

/** The same numbers in another shape; one side may be -1, one may be 0 for the side of before. */
export function reshaped(constant: Constant, target: readonly number[]): Constant {
	return { shape: resolved(target, constant.shape), values: constant.values };
}

/** A shape in which -1 stands for what is left and 0 for the side of before. Throws where it does not fit. */
export function resolved(target: readonly number[], from: readonly number[]): number[] {
	const copied = target.map((side, axis) => (side === 0 ? from[axis] : side));
	const known = sizeOf(copied.filter((side) => side !== -1));
	const shape = copied.map((side) => (side === -1 ? sizeOf(from) / known : side));
	if (sizeOf(shape) !== sizeOf(from) || shape.some((side) => !Number.isInteger(side) || side < 0))
		throw userError("error.import.broken", {
			detail: `${from.join("x")} values cannot be laid out as ${target.join("x")}`,
		});
	return shape;
}

/** The entries of the first axis at these places. */
export function gathered({ shape, values }: Constant, places: readonly number[], scalar: boolean): Constant {
	const [count, ...rest] = shape;
	const size = sizeOf(rest);
	const picked = places.flatMap((place) => {
		const at = place < 0 ? place + (count ?? 1) : place;
		return Array.from({ length: size }, (_, i) => values[at * size + i] ?? Number.NaN);
	});
	return { shape: scalar ? rest : [places.length, ...rest], values: picked };
}

/** Lists in a row. */
export const chained = (constants: readonly Constant[]): Constant => {
	const values = constants.flatMap(numbersOf);
	return { shape: [values.length], values };
};
