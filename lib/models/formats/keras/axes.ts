import { withoutBatch } from "../axes.ts";

/** Axes from 0 without the batch; Keras counts it, or counts from the end. */
export function axesOf(axis: unknown, rank: number): number[] {
	const axes = Array.isArray(axis) ? axis : [axis ?? -1];
	return axes.map((one) => withoutBatch(Number(one), rank));
}
