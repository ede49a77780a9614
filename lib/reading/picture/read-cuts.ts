import {
	type BlobCandidate,
	candidatesOf,
	type PieceLine,
	sharingCandidatesOf,
} from "../../image/candidates.ts";
import { type Following, partOf } from "../../tasks/batches.ts";
import { type Character, chooseCharacters, doubtfulBlobs } from "./choose-characters.ts";
import { type ClassifiedCandidate, classifyBlobs, type PageModels } from "./classify-blobs.ts";
import { readDoubtfulLines } from "./doubtful-lines.ts";
import { poolWithLine } from "./line-evidence.ts";

/** How far the stage is when the plain candidates are classified, and when the lines in doubt are read. */
const [CLASSIFIED, LINES_READ] = [0.65, 0.8];

/**
 * The characters of lines that were cut. A line is read up to three times, each time only where the one before
 * left doubt: by its glyphs alone; pooled with what the line model sees; with strokes that digits may share. The
 * last reading holds.
 */
export async function readCuts(
	page: PageModels,
	cuts: readonly PieceLine[],
	following: Following,
): Promise<Character[][]> {
	const plain = await classifyCandidates(page, cuts.map(candidatesOf), partOf(following, 0, CLASSIFIED));
	const byGlyphs = cuts.map((line, i) => ({ line, characters: chooseCharacters(line, plain[i]) }));

	const evidence = await readDoubtfulLines(page, byGlyphs, partOf(following, CLASSIFIED, LINES_READ));
	const pooled = cuts.map((line, i) => poolWithLine(evidence[i], line, plain[i]));
	const byBoth = cuts.map((line, i) =>
		evidence[i] ? chooseCharacters(line, pooled[i]) : byGlyphs[i].characters,
	);

	const shared = cuts.map((line, i) => sharingCandidatesOf(line, pooled[i], doubtfulBlobs(byBoth[i])));
	const sharing = await classifyCandidates(page, shared, partOf(following, LINES_READ, 1));
	return cuts.map((line, i) =>
		sharing[i].length === 0
			? byBoth[i]
			: chooseCharacters(line, [...pooled[i], ...poolWithLine(evidence[i], line, sharing[i])]),
	);
}

async function classifyCandidates(
	page: PageModels,
	candidates: readonly (readonly BlobCandidate[])[],
	following: Following,
): Promise<ClassifiedCandidate[][]> {
	const blobs = candidates.map((line) => line.map(({ blob }) => blob));
	const classified = await classifyBlobs(page, blobs, following);
	return candidates.map((line, i) => line.map((candidate, k) => ({ ...candidate, ...classified[i][k] })));
}
