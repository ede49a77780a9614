import { nextTask, seldom } from "./batches.ts";

/** A long work, which rests between its steps. */
export type Resting<T> = (rest: () => Promise<void>) => Promise<T>;

export interface Turns {
	/** Does a long work: one of them at a time, each until it rests, in the order in which they came to wait. */
	inTurns<T>(work: Resting<T>): Promise<T>;
	/** Does a short work at once; no long one goes on before it is done. */
	first<T>(work: () => Promise<T>): Promise<T>;
}

/** A long work rests no sooner. Milliseconds. */
const LEAST_STEP = 8;

/**
 * Works that share one thread. Between two steps of long ones is a task for all else: who comes first is never behind
 * more than the one step that has begun, however many tasks its own work takes.
 *
 * @param now milliseconds of any clock
 */
export function createTurns(now = () => performance.now()): Turns {
	const waiting: (() => void)[] = [];
	const short = new Set<Promise<unknown>>();
	let isTaken = false;

	function take(): Promise<void> {
		if (isTaken) return new Promise((resolve) => waiting.push(resolve));
		isTaken = true;
		return Promise.resolve();
	}

	async function pass(): Promise<void> {
		await nextTask();
		while (short.size > 0) await Promise.allSettled(short);
		const next = waiting.shift();
		if (next) next();
		else isTaken = false;
	}

	function rest(): Promise<void> {
		const again = take();
		void pass();
		return again;
	}

	return {
		async inTurns(work) {
			await take();
			try {
				return await work(seldom(rest, LEAST_STEP, now));
			} finally {
				void pass();
			}
		},
		async first(work) {
			const done = work();
			short.add(done);
			try {
				return await done;
			} finally {
				short.delete(done);
			}
		},
	};
}
