import { fullReportOn, mistakesIn, reportOn } from "../../lib/evaluation/measures.ts";
import { median } from "../../lib/median.ts";
import type { Evaluation } from "../../lib/models/card.ts";
import type { Classify, Verdict } from "../../lib/models/verdict.ts";
import type { GlyphSet } from "./glyph-sets.ts";

const BATCH = 64;
const TIMED_ROUNDS = 101;

/** What a model is measured on. */
export interface EvaluationSets {
	readonly validation: GlyphSet;
	readonly test?: GlyphSet;
	readonly others: ReadonlyMap<string, GlyphSet>;
}

async function verdictsOn({ glyphs }: GlyphSet, classify: Classify): Promise<Verdict[]> {
	const verdicts: Verdict[] = [];
	for (let from = 0; from < glyphs.length; from += BATCH)
		verdicts.push(...(await classify(glyphs.slice(from, from + BATCH))));
	return verdicts;
}

async function medianMilliseconds(glyphs: readonly Float32Array[], classify: Classify): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < TIMED_ROUNDS; round++) {
		const start = performance.now();
		await classify(glyphs);
		times.push((performance.now() - start) / glyphs.length);
	}
	return median(times);
}

/** Measures a model on every set but those in `trainedOn`. */
export async function evaluateModel(
	classify: Classify,
	{ validation, test, others }: EvaluationSets,
	trainedOn: readonly string[],
): Promise<Evaluation> {
	const validationVerdicts = await verdictsOn(validation, classify);
	const otherSets: Record<string, ReturnType<typeof reportOn>> = {};
	for (const [name, set] of others)
		if (!trainedOn.includes(name)) otherSets[name] = reportOn(await verdictsOn(set, classify), set.labels);
	return {
		date: new Date().toISOString().slice(0, 10),
		validation: fullReportOn(validationVerdicts, validation.labels),
		mistakes: mistakesIn(validationVerdicts, validation.labels),
		...(test && { test: fullReportOn(await verdictsOn(test, classify), test.labels) }),
		otherSets,
		milliseconds: {
			alone: await medianMilliseconds(validation.glyphs.slice(0, 1), classify),
			inBatch: await medianMilliseconds(validation.glyphs.slice(0, BATCH), classify),
		},
	};
}
