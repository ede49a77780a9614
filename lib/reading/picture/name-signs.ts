import { type Following, inBatches } from "../../tasks/batches.ts";
import { weighSigns } from "../sign-evidence.ts";
import { DIGIT_COST } from "./candidate-cost.ts";
import type { Character } from "./choose-characters.ts";
import type { ClassifiedCandidate, PageModels } from "./classify-blobs.ts";
import { SIGN_EFFORT } from "./effort.ts";

/** A character that costs so many nats more than a sure digit may be a sign. */
const DOUBT = 0.1;

/** About a thirtieth of a second of work: longer, others would wait too long for their answers. */
const LARGEST_BATCH = 128;

/** Whether anything of a line is no digit for sure. */
export const mayHaveSigns = (characters: readonly Character[]) =>
	characters.some(({ pathCost, verdict }) => verdict.refusal || pathCost > DIGIT_COST + DOUBT);

/**
 * The candidates of lines with what the model of signs says of them too, where there is one. Rejects with the signal's
 * reason once it is aborted.
 */
export async function nameSigns(
	{ classifySigns, effort }: Pick<PageModels, "classifySigns" | "effort">,
	lines: readonly (readonly ClassifiedCandidate[])[],
	{ onProgress, ...following }: Following = {},
): Promise<(readonly ClassifiedCandidate[])[]> {
	if (!classifySigns) return [...lines];
	const candidates = lines.flat();
	effort.left -= SIGN_EFFORT * candidates.length;
	const classify = (some: readonly ClassifiedCandidate[]) => classifySigns(some.map(({ glyph }) => glyph));
	const classes = await inBatches(candidates, classify, {
		...following,
		size: LARGEST_BATCH,
		onProgress: (done) => onProgress?.(done / candidates.length),
	});
	let next = 0;
	return lines.map((line) =>
		line.map((candidate) => ({ ...candidate, verdict: weighSigns(candidate.verdict, classes[next++]) })),
	);
}
