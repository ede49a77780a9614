/** 0, 1, 2, ...: every axis at its own place. */
export const ordered = (rank: number): number[] => Array.from({ length: rank }, (_, axis) => axis);

/** The sides in the order in which `order` names their axes. */
export const inOrder = (shape: readonly number[], order: readonly number[]): number[] =>
	order.map((axis) => shape[axis]);

/** Whether two lists of numbers are the same. */
export const isOrdered = (a: readonly number[], b: readonly number[]): boolean => a.join() === b.join();

/** Whether every number stays where it is when the axes come in another order: only sides of 1 move. */
export function samePlaces(
	value: { readonly shape: readonly number[]; readonly order: readonly number[] },
	order: readonly number[],
): boolean {
	const long = (axis: number) => value.shape[axis] !== 1;
	return isOrdered(value.order.filter(long), order.filter(long));
}
