import {
	type BlobCandidate,
	candidatesOf,
	type PieceLine,
	sharingCandidatesOf,
} from "../../image/candidates.ts";
import { type Following, partOf } from "../../tasks/batches.ts";
import { mapInSteps, withRests } from "../../tasks/steps.ts";
import { type Character, chooseCharacters, doubtfulBlobs } from "./choose-characters.ts";
import { type ClassifiedCandidate, classifyBlobs, type PageModels } from "./classify-blobs.ts";
import { affordable } from "./effort.ts";
import { joinedBlobs, poolWithLine } from "./line-evidence.ts";
import { lookOverLines } from "./look-over-lines.ts";
import { mayHaveSigns, nameSigns } from "./name-signs.ts";

/** How far the stage is when the plain candidates are classified, the lines looked over, and the signs named. */
const [CLASSIFIED, LINES_READ, SIGNS_NAMED] = [0.6, 0.75, 0.82];

/** A line that was read. */
export interface ReadLine {
	readonly characters: readonly Character[];
	/** The connected blobs, by number, that should have been taken apart: see `joinedBlobs`. */
	readonly joined: readonly number[];
}

/**
 * The characters of lines that were cut. A line is read up to three times, each time only where the one before
 * left doubt: by its glyphs alone; pooled with what the line model sees; with signs, with strokes that digits may
 * share, and as whole strings. The last reading holds.
 */
export async function readCuts(
	page: PageModels,
	cuts: readonly PieceLine[],
	following: Following,
): Promise<ReadLine[]> {
	const eachLine = <T>(map: (line: PieceLine, i: number) => T) => withRests(mapInSteps(cuts, map), following);
	const choose = (line: PieceLine, candidates: readonly ClassifiedCandidate[], frames?: Float32Array) =>
		chooseCharacters(line, candidates, frames, page.expected);
	const candidates = await eachLine(candidatesOf);
	const plain = await classifyCandidates(page, candidates, partOf(following, 0, CLASSIFIED));
	const byGlyphs = await eachLine((line, i) => ({ line, characters: choose(line, plain[i]) }));

	const evidence = await lookOverLines(page, byGlyphs, partOf(following, CLASSIFIED, LINES_READ));
	const pooled = await eachLine((line, i) => poolWithLine(evidence[i], line, plain[i]));
	const byBoth = await eachLine((line, i) =>
		evidence[i] ? choose(line, pooled[i]) : byGlyphs[i].characters,
	);

	const doubted = byBoth.map((characters, i) => (mayHaveSigns(characters) ? plain[i] : []));
	const named = await nameSigns(page, doubted, partOf(following, LINES_READ, SIGNS_NAMED));
	// What the sign model says is said of glyphs: the line model, which knows signs too, has its own say after it.
	const known = await eachLine((line, i) =>
		named[i].length > 0 ? poolWithLine(evidence[i], line, named[i]) : pooled[i],
	);
	const bySigns = await eachLine((line, i) => (named[i].length > 0 ? choose(line, known[i]) : byBoth[i]));

	const sharable = await eachLine((line, i) =>
		sharingCandidatesOf(line, known[i], doubtfulBlobs(bySigns[i])),
	);
	const tried = new Set(affordable(sharable, ({ length }) => length, page.effort));
	const shared = sharable.map((candidates) => (tried.has(candidates) ? candidates : []));
	const classified = await classifyCandidates(page, shared, partOf(following, SIGNS_NAMED, 1));
	const sharing = (await nameSigns(page, classified)).map((candidates, i) =>
		poolWithLine(evidence[i], cuts[i], candidates),
	);
	return eachLine((line, i) => ({
		characters:
			evidence[i] || sharing[i].length > 0
				? choose(line, [...known[i], ...sharing[i]], evidence[i]?.probabilities)
				: bySigns[i],
		joined: joinedBlobs(evidence[i], line),
	}));
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
