/** How a long work is followed and ended. */
export interface BatchOptions {
	readonly size: number;
	/** Ends the work between two batches: it then rejects with the signal's reason. */
	readonly signal?: AbortSignal;
	/** Told how many are done after every batch. */
	readonly onProgress?: (done: number) => void;
}

/** How a stage of a longer work is followed and ended. */
export interface Following {
	readonly signal?: AbortSignal;
	/** Told what share of the stage is done, 0..1. */
	readonly onProgress?: (share: number) => void;
}

/** The part of a stage from one share of it to another, followed and ended with the whole. */
export function partOf({ signal, onProgress }: Following, from: number, to: number): Following {
	return {
		...(signal && { signal }),
		...(onProgress && { onProgress: (share) => onProgress(from + share * (to - from)) }),
	};
}

/** Works on many inputs a batch at a time, one after the other, with time for others after each; the outputs in order. */
export async function inBatches<In, Out>(
	inputs: readonly In[],
	work: (batch: readonly In[]) => Promise<readonly Out[]>,
	{ size, signal, onProgress }: BatchOptions,
): Promise<Out[]> {
	const outputs: Out[] = [];
	for (let from = 0; from < inputs.length; from += size) {
		signal?.throwIfAborted();
		outputs.push(...(await work(inputs.slice(from, from + size))));
		onProgress?.(outputs.length);
		await nextTask();
	}
	signal?.throwIfAborted();
	return outputs;
}

/** Lets everything else that waits for this thread have its turn. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));
