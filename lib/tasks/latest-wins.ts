/** What `latestWins` gives back. */
export interface LatestWins<Input> {
	/** Asks for this input; it replaces one that still waits. */
	push(input: Input): void;
	/** Forgets what waits, and the answer of what runs. */
	cancel(): void;
}

/**
 * Work that follows a fast source: one at a time, and of the inputs that arrive meanwhile only the newest is
 * worked on. Answers arrive in order; one that fails goes to `onError` and does not stop the next.
 */
export function latestWins<Input, Output>(
	work: (input: Input) => Promise<Output>,
	onResult: (output: Output) => void,
	onError: (error: unknown) => void,
): LatestWins<Input> {
	let waiting: { input: Input } | undefined;
	let running = false;
	let era = 0;

	async function drain(): Promise<void> {
		running = true;
		while (waiting) {
			const { input } = waiting;
			waiting = undefined;
			const begun = era;
			try {
				const output = await work(input);
				if (begun === era) onResult(output);
			} catch (error) {
				if (begun === era) onError(error);
			}
		}
		running = false;
	}

	return {
		push(input) {
			waiting = { input };
			if (!running) void drain();
		},
		cancel() {
			waiting = undefined;
			era++;
		},
	};
}
