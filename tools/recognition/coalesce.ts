import type { Verdict } from "../../lib/models/verdict.ts";

/** `Classify` or `ClassifyInk`. */
type ClassifyAll<Input> = (inputs: readonly Input[]) => Promise<Verdict[]>;

/** More characters than this in one batch cost memory and gain no time. */
const LARGEST_BATCH = 1024;

/**
 * A classifier that gathers the calls made in one turn of the event loop into common batches: many small
 * pictures read side by side cost little more than one.
 */
export function coalesce<Input>(classify: ClassifyAll<Input>): ClassifyAll<Input> {
	let waiting: Input[] = [];
	let answers: Promise<Verdict[]> | undefined;
	const answer = async () => {
		await new Promise((resolve) => setImmediate(resolve));
		const inputs = waiting;
		waiting = [];
		answers = undefined;
		const verdicts: Verdict[] = [];
		for (let i = 0; i < inputs.length; i += LARGEST_BATCH)
			verdicts.push(...(await classify(inputs.slice(i, i + LARGEST_BATCH))));
		return verdicts;
	};
	return async (inputs) => {
		const first = waiting.length;
		waiting.push(...inputs);
		answers ??= answer();
		return (await answers).slice(first, first + inputs.length);
	};
}
