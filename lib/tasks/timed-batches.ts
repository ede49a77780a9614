import { type BatchOptions, inBatches } from "./batches.ts";

export interface BatchBudget {
	/** How long a batch may take, in milliseconds. */
	readonly milliseconds: number;
	/** The size of the first one, when nobody knows yet how long an input takes. */
	readonly first: number;
	readonly most: number;
	/** Milliseconds of any clock. */
	readonly now: () => number;
}

/**
 * `work` done in batches of about the same time, as long as those before tell how long an input takes. What fits in one
 * batch is done without a rest.
 */
export function timedBatches<In, Out>(
	work: (batch: readonly In[]) => Promise<readonly Out[]>,
	{ milliseconds, first, most, now }: BatchBudget,
): (inputs: readonly In[], following?: Omit<BatchOptions, "size">) => Promise<Out[]> {
	let size = first;

	async function measured(batch: readonly In[]): Promise<readonly Out[]> {
		const from = now();
		const outputs = await work(batch);
		const fitting = Math.floor((milliseconds * batch.length) / Math.max(now() - from, 1e-3));
		// A batch that came late by chance must not make all that follow tiny, nor a lucky one make them huge.
		size = Math.max(1, Math.min(most, 2 * size, Math.max(fitting, Math.ceil(size / 2))));
		return outputs;
	}

	return async (inputs, following = {}) => {
		if (inputs.length === 0) return [];
		if (inputs.length <= size) return [...(await measured(inputs))];
		return inBatches(inputs, measured, { ...following, size: () => size });
	};
}
