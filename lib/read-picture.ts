import { bestPath } from "./best-path.ts";
import type { Box } from "./geometry.ts";
import { encodeGlyph, type Glyph } from "./glyph.ts";
import { inkOfBlob } from "./image/blob-ink.ts";
import { candidatesOf } from "./image/candidates.ts";
import { type Blob, connectedComponents } from "./image/components.ts";
import { normaliseGlyph } from "./image/normalise.ts";
import { findInk } from "./image/page.ts";
import type { Pixels } from "./image/pixels.ts";
import { blobPicture, type Trace } from "./image/trace.ts";
import { findWriting, mainBlob } from "./image/writing.ts";
import { dismemberingCosts, judgeCandidate, settleLine } from "./judge-candidate.ts";
import type { Classify } from "./models/verdict.ts";
import { compose, type Piece, type Reading } from "./reading.ts";

/** What reading a picture needs; `trace` is shown what each stage makes of it. */
export interface PictureReader {
	readonly classify: Classify;
	readonly trace?: Trace;
}

/**
 * Reads the digits in a picture: pixels -> ink -> blobs -> lines -> every plausible character -> classifier ->
 * the cuts that explain each line best.
 */
export async function readPicture(pixels: Pixels, { classify, trace }: PictureReader): Promise<Reading> {
	const page = findInk(pixels, trace);
	if (!page) return compose([]);
	const writing = findWriting(connectedComponents(page.runs));
	const lines = writing.lines.map((line) => candidatesOf(line, writing.scale));
	const candidates = lines.flatMap((line) => line.candidates);
	const glyphs = candidates.map(({ blob }) => normaliseGlyph(inkOfBlob(page.ink, blob)));
	const verdicts = await classify(glyphs);

	const chosen: Blob[] = [];
	const pieces: Piece[] = [];
	let first = 0;
	for (const [line, { pieces: count, candidates, scale }] of lines.entries()) {
		const lineVerdicts = verdicts.slice(first, first + candidates.length);
		const judged = candidates.map((candidate, i) => judgeCandidate(candidate, lineVerdicts[i], scale));
		const dismembering = dismemberingCosts(candidates, lineVerdicts);
		const costs = judged.map(({ cost }, i) => cost + dismembering[i]);
		const path = bestPath(count, candidates, costs);
		const settled = settleLine(path.map((i) => judged[i]));
		for (const [k, i] of path.entries()) {
			chosen.push(candidates[i].blob);
			pieces.push({
				line,
				box: scaleBox(candidates[i].blob.box, page.scale),
				glyph: encodeGlyph(glyphs[first + i]),
				verdict: settled[k],
			});
		}
		first += candidates.length;
	}
	trace?.("pieces", blobPicture(page.ink, chosen));
	return compose(pieces);
}

/** Reads all the ink of a picture as one character; only specks are left out. */
export async function readPictureGlyph(pixels: Pixels, { classify, trace }: PictureReader): Promise<Reading> {
	const found = glyphInPicture(pixels, trace);
	if (!found) return compose([]);
	const [verdict] = await classify([found.glyph]);
	return compose([{ line: 0, box: found.box, glyph: encodeGlyph(found.glyph), verdict }]);
}

/** All the ink of a picture as one character, and where it is; null where there is none. */
export function glyphInPicture(pixels: Pixels, trace?: Trace): { glyph: Glyph; box: Box } | null {
	const page = findInk(pixels, trace);
	const blob = page && mainBlob(connectedComponents(page.runs));
	if (!blob) return null;
	return { glyph: normaliseGlyph(inkOfBlob(page.ink, blob)), box: scaleBox(blob.box, page.scale) };
}

function scaleBox({ x, y, width, height }: Box, scale: number): Box {
	return { x: x / scale, y: y / scale, width: width / scale, height: height / scale };
}
