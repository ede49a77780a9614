import type { Classify, Verdict } from "../../lib/models/verdict.ts";

/** More glyphs than this in one batch cost memory and gain no time. */
const LARGEST_BATCH = 1024;

/**
 * A classifier that gathers the calls made in one turn of the event loop into common batches: many small
 * pictures read side by side cost little more than one.
 */
export function coalesce(classify: Classify): Classify {
	let waiting: Float32Array[] = [];
	let answers: Promise<Verdict[]> | undefined;
	const answer = async () => {
		await new Promise((resolve) => setImmediate(resolve));
		const glyphs = waiting;
		waiting = [];
		answers = undefined;
		const verdicts: Verdict[] = [];
		for (let i = 0; i < glyphs.length; i += LARGEST_BATCH)
			verdicts.push(...(await classify(glyphs.slice(i, i + LARGEST_BATCH))));
		return verdicts;
	};
	return async (glyphs) => {
		const first = waiting.length;
		waiting.push(...glyphs);
		answers ??= answer();
		return (await answers).slice(first, first + glyphs.length);
	};
}
