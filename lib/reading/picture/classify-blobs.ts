import type { Glyph } from "../../glyph.ts";
import { inkOfBlob } from "../../image/blob-ink.ts";
import type { Blob } from "../../image/components.ts";
import { normaliseGlyph } from "../../image/normalise.ts";
import type { Plane } from "../../image/pixels.ts";
import type { Classify, Verdict } from "../../models/verdict.ts";
import { type Following, inBatches } from "../../tasks/batches.ts";

/** What the classifier was shown of a blob, and what it said. */
export interface SeenBlob {
	readonly glyph: Glyph;
	readonly verdict: Verdict;
}

/** About a tenth of a second of work: longer, others would wait too long for their answers. */
const LARGEST_BATCH = 256;

/**
 * Shows the blobs of all lines of a page to the classifier: in one batch, or in several large ones, with time for
 * others after each. Rejects with the signal's reason once it is aborted.
 */
export async function classifyBlobs(
	ink: Plane,
	lines: readonly (readonly Blob[])[],
	classify: Classify,
	{ signal, onProgress }: Following = {},
): Promise<SeenBlob[][]> {
	const blobs = lines.flat();
	const see = async (blobs: readonly Blob[]) => {
		const glyphs = blobs.map((blob) => normaliseGlyph(inkOfBlob(ink, blob)));
		const verdicts = await classify(glyphs);
		return glyphs.map((glyph, i): SeenBlob => ({ glyph, verdict: verdicts[i] }));
	};
	const seen = await inBatches(blobs, see, {
		size: LARGEST_BATCH,
		onProgress: (done) => onProgress?.(done / blobs.length),
		...(signal && { signal }),
	});
	let next = 0;
	return lines.map((line) => line.map(() => seen[next++]));
}
