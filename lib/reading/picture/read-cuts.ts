import {
	type BlobCandidate,
	candidatesOf,
	type PieceLine,
	sharingCandidatesOf,
} from "../../image/candidates.ts";
import type { Blob } from "../../image/components.ts";
import { type Character, doubtfulBlobs, readLine, type SeenCandidate } from "./choose-characters.ts";
import type { SeenBlob } from "./classify-blobs.ts";
import type { FirstReading } from "./doubtful-lines.ts";
import { inLightOf, type LineEvidence } from "./line-evidence.ts";

/** From what share of a reading to what share a stage goes. */
export type Span = readonly [from: number, to: number];

/** How the ink of a page is seen by the models. A span says how far the reading is meanwhile. */
export interface Eyes {
	/** Shows blobs to the classifier, line by line. */
	look(blobs: readonly (readonly Blob[])[], span: Span): Promise<SeenBlob[][]>;
	/** Shows whole lines that are in doubt to a model that can see them. */
	lookOver(readings: readonly FirstReading[], span: Span): Promise<readonly (LineEvidence | null)[]>;
}

/** How far a span is when the candidates without strokes of their neighbours are seen, and when the lines are. */
const [PLAIN, LINES] = [0.65, 0.8];

/** The characters of lines that were cut. Strokes that digits may share are only looked for where there is doubt. */
export async function readCuts(
	cuts: readonly PieceLine[],
	eyes: Eyes,
	[from, to]: Span,
): Promise<Character[][]> {
	const see = async (candidates: readonly BlobCandidate[][], span: Span): Promise<SeenCandidate[][]> => {
		const blobs = candidates.map((line) => line.map(({ blob }) => blob));
		const seen = await eyes.look(blobs, span);
		return candidates.map((line, i) => line.map((candidate, k) => ({ ...candidate, ...seen[i][k] })));
	};
	const at = (share: number) => from + share * (to - from);
	const plain = await see(cuts.map(candidatesOf), [from, at(PLAIN)]);
	const first = cuts.map((line, i) => ({ line, characters: readLine(line, plain[i]) }));
	const evidence = await eyes.lookOver(first, [at(PLAIN), at(LINES)]);
	const known = cuts.map((line, i) => inLightOf(evidence[i], line, plain[i]));
	const sharing = await see(
		cuts.map((line, i) => sharingCandidatesOf(line, known[i], doubtfulBlobs(readLine(line, known[i])))),
		[at(LINES), to],
	);
	return cuts.map((line, i) => readLine(line, [...known[i], ...inLightOf(evidence[i], line, sharing[i])]));
}
