import type { Following } from "./batches.ts";

/** A work that says by each `yield` where others may have their turn on its thread. */
export type Steps<T> = Generator<void, T>;

/** Does all steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
}

/** Does the steps with a rest after each, where one is given. Rejects with the signal's reason once it is aborted. */
export async function withRests<T>(
	steps: Steps<T>,
	{ signal, rest }: Pick<Following, "signal" | "rest">,
): Promise<T> {
	try {
		let step = steps.next();
		while (!step.done) {
			await rest?.();
			signal?.throwIfAborted();
			step = steps.next();
		}
		return step.value;
	} finally {
		steps.return(undefined as T);
	}
}

/** `items.map`, a step each. */
export function* mapInSteps<In, Out>(
	items: readonly In[],
	map: (item: In, index: number) => Out,
): Steps<Out[]> {
	const mapped: Out[] = [];
	for (const [i, item] of items.entries()) {
		mapped.push(map(item, i));
		yield;
	}
	return mapped;
}
