/** How a stage of a longer work is followed and ended, and how it lets others work beside it. */
export interface Following {
	/** Ends the work when it rests next: it then rejects with the signal's reason. */
	readonly signal?: AbortSignal;
	/** Told what share of the stage is done, 0..1. */
	readonly onProgress?: (share: number) => void;
	/** Lets others have their turn on this thread; the next task where it is left out. */
	readonly rest?: () => Promise<void>;
}

export interface BatchOptions extends Omit<Following, "onProgress"> {
	/** How many inputs are worked on before others have their turn: always as many, or as many as it says each time. */
	readonly size: number | (() => number);
	/** Told how many are done after every batch. */
	readonly onProgress?: (done: number) => void;
}

/** The part of a stage from one share of it to another, followed and ended with the whole. */
export function partOf({ onProgress, ...following }: Following, from: number, to: number): Following {
	return {
		...following,
		...(onProgress && { onProgress: (share) => onProgress(from + share * (to - from)) }),
	};
}

/** Works on many inputs a batch at a time, one after the other, with a rest after each; the outputs in order. */
export async function inBatches<In, Out>(
	inputs: readonly In[],
	work: (batch: readonly In[]) => Promise<readonly Out[]>,
	{ size, onProgress, ...following }: BatchOptions,
): Promise<Out[]> {
	const outputs: Out[] = [];
	following.signal?.throwIfAborted();
	while (outputs.length < inputs.length) {
		const count = typeof size === "number" ? size : size();
		outputs.push(...(await work(inputs.slice(outputs.length, outputs.length + count))));
		onProgress?.(outputs.length);
		await restIn(following);
	}
	return outputs;
}

/** A rest between two steps of a work. Rejects with the signal's reason once it is aborted. */
export async function restIn({ signal, rest = nextTask }: Following): Promise<void> {
	await rest();
	signal?.throwIfAborted();
}

/**
 * A rest that may be asked for as often as one likes: only after `least` milliseconds of work it is one. Sooner it would
 * cost more than others gain.
 *
 * @param now milliseconds of any clock
 */
export function seldom(
	rest: () => Promise<void>,
	least: number,
	now = () => performance.now(),
): () => Promise<void> {
	let since = now();
	return async () => {
		if (now() - since < least) return;
		await rest();
		since = now();
	};
}

/** Lets everything else that waits for this thread have its turn. */
export const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));
