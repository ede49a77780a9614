/** The value in the middle; of an even number of values the upper one of the two, of none 0. */
export function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
