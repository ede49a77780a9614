import { ordered } from "./order.ts";

/** An axis counted from 0, which formats may count from the end. */
export const fromFirst = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);

/** An axis of a value of `rank` axes without the batch, which formats count, or count from the end; -1 is the batch. */
export const withoutBatch = (axis: number, rank: number): number => fromFirst(axis, rank + 1) - 1;

/** A shape without these of its axes; without every side of 1 where none are named. */
export const squeezed = (shape: readonly number[], axes: readonly number[]): number[] =>
	shape.filter((side, axis) => (axes.length > 0 ? !axes.includes(axis) : side !== 1));

/** A shape with sides of 1, which are at these axes then. */
export function unsqueezed(shape: readonly number[], axes: readonly number[]): number[] {
	const rest = [...shape];
	return ordered(shape.length + axes.length).map((axis) => (axes.includes(axis) ? 1 : (rest.shift() ?? 1)));
}
