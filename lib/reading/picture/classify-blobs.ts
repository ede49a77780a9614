import type { Glyph } from "../../glyph.ts";
import { inkOfBlob } from "../../image/blob-ink.ts";
import type { BlobCandidate } from "../../image/candidates.ts";
import type { Blob } from "../../image/components.ts";
import { normaliseGlyph } from "../../image/normalise.ts";
import type { Plane } from "../../image/pixels.ts";
import type { Model, Verdict } from "../../models/verdict.ts";
import { type Following, inBatches } from "../../tasks/batches.ts";
import type { Effort } from "./effort.ts";

/** The ink of a page, and the models that read it. */
export interface PageModels extends Model {
	/** 0 = paper, 128 = the threshold, 255 = full ink. */
	readonly ink: Plane;
	readonly effort: Effort;
	/** How many digits a line is expected to have. */
	readonly expected?: number;
}

/** What the classifier was shown of a blob, and what it said. */
export interface ClassifiedBlob {
	readonly glyph: Glyph;
	readonly verdict: Verdict;
}

/** A candidate of a line with what the classifier said of it. */
export type ClassifiedCandidate = BlobCandidate & ClassifiedBlob;

/** About a twentieth of a second of work: longer, others would wait too long for their answers. */
const LARGEST_BATCH = 64;

/**
 * Shows the blobs of all lines of a page to the classifier: in one batch, or in several, with time for
 * others after each. Rejects with the signal's reason once it is aborted.
 */
export async function classifyBlobs(
	{ ink, classify, effort }: Pick<PageModels, "ink" | "classify" | "effort">,
	lines: readonly (readonly Blob[])[],
	{ onProgress, ...following }: Following = {},
): Promise<ClassifiedBlob[][]> {
	const blobs = lines.flat();
	effort.left -= blobs.length;
	const classifyGlyphs = async (blobs: readonly Blob[]) => {
		const glyphs = blobs.map((blob) => normaliseGlyph(inkOfBlob(ink, blob)));
		const verdicts = await classify(glyphs);
		return glyphs.map((glyph, i): ClassifiedBlob => ({ glyph, verdict: verdicts[i] }));
	};
	const classified = await inBatches(blobs, classifyGlyphs, {
		...following,
		size: LARGEST_BATCH,
		onProgress: (done) => onProgress?.(done / blobs.length),
	});
	let next = 0;
	return lines.map((line) => line.map(() => classified[next++]));
}
