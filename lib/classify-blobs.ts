import type { Glyph } from "./glyph.ts";
import { inkOfBlob } from "./image/blob-ink.ts";
import type { Blob } from "./image/components.ts";
import { normaliseGlyph } from "./image/normalise.ts";
import type { Plane } from "./image/pixels.ts";
import type { Classify, Verdict } from "./models/verdict.ts";

/** What the classifier was shown of a blob, and what it said. */
export interface SeenBlob {
	readonly glyph: Glyph;
	readonly verdict: Verdict;
}

/** Shows the blobs of all lines of a page to the classifier, in one batch. */
export async function classifyBlobs(
	ink: Plane,
	lines: readonly (readonly Blob[])[],
	classify: Classify,
): Promise<SeenBlob[][]> {
	const glyphs = lines.flat().map((blob) => normaliseGlyph(inkOfBlob(ink, blob)));
	const verdicts = await classify(glyphs);
	let next = 0;
	return lines.map((line) => line.map(() => ({ glyph: glyphs[next], verdict: verdicts[next++] })));
}
