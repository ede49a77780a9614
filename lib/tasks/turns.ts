import { nextTask } from "./batches.ts";

/** A long work, which rests between its steps. */
export type Resting<T> = (rest: () => Promise<void>) => Promise<T>;

/**
 * Long works that share one thread: one of them at a time, each until it rests, in the order in which they came to wait.
 * Between two of them is a task for all else: what does not wait for a turn is never behind more than one step.
 */
export function createTurns(): <T>(work: Resting<T>) => Promise<T> {
	const waiting: (() => void)[] = [];
	let isTaken = false;

	function take(): Promise<void> {
		if (isTaken) return new Promise((resolve) => waiting.push(resolve));
		isTaken = true;
		return Promise.resolve();
	}

	async function pass(): Promise<void> {
		await nextTask();
		const next = waiting.shift();
		if (next) next();
		else isTaken = false;
	}

	function rest(): Promise<void> {
		const again = take();
		void pass();
		return again;
	}

	return async (work) => {
		await take();
		try {
			return await work(rest);
		} finally {
			void pass();
		}
	};
}
