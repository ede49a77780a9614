import { classifyBlobs } from "./classify-blobs.ts";
import type { Box } from "./geometry.ts";
import { encodeGlyph, type Glyph } from "./glyph.ts";
import { inkOfBlob } from "./image/blob-ink.ts";
import { type BlobCandidate, candidatesOf, cutLine, sharingCandidatesOf } from "./image/candidates.ts";
import type { Blob } from "./image/components.ts";
import { isCuttable } from "./image/cut.ts";
import { connectedInk } from "./image/hysteresis.ts";
import { normaliseGlyph } from "./image/normalise.ts";
import { findInk } from "./image/page.ts";
import type { Pixels } from "./image/pixels.ts";
import { blobPicture, type Trace } from "./image/trace.ts";
import { findWriting, mainBlob } from "./image/writing.ts";
import { isSureDigit } from "./judge-candidate.ts";
import type { Classify } from "./models/verdict.ts";
import { doubtfulBlobs, readLine, type SeenCandidate } from "./read-line.ts";
import { compose, type Reading } from "./reading.ts";
import { type Shape, separatorsOf } from "./separators.ts";

/** What reading a picture needs; `trace` is shown what each stage makes of it. */
export interface PictureReader {
	readonly classify: Classify;
	readonly trace?: Trace;
	/** Ends the reading, which then rejects with the signal's reason. */
	readonly signal?: AbortSignal;
	/** Told from time to time about what share of the reading is done, 0..1. */
	readonly onProgress?: (share: number) => void;
}

/** From what share of a reading to what share the classifier sees one kind of candidate; the rest is finding ink. */
const STAGES = { wholes: [0.15, 0.35], plain: [0.35, 0.85], sharing: [0.85, 1] } as const;

/**
 * Reads the digits in a picture: pixels -> ink -> blobs -> lines -> every plausible character -> classifier ->
 * the characters that explain each line best. What is surely one digit is not taken apart, and strokes that
 * digits may share are only looked for where there is doubt.
 */
export async function readPicture(
	pixels: Pixels,
	{ classify, trace, signal, onProgress }: PictureReader,
): Promise<Reading> {
	const page = findInk(pixels, trace);
	if (!page) return compose([]);
	const { ink, blobs } = connectedInk(page);
	const { lines, scale } = findWriting(blobs);
	const look = (stage: keyof typeof STAGES, blobs: readonly (readonly Blob[])[]) => {
		const [from, to] = STAGES[stage];
		const tell = (share: number) => onProgress?.(from + share * (to - from));
		return classifyBlobs(ink, blobs, classify, { onProgress: tell, ...(signal && { signal }) });
	};

	const cuttable = lines.map((line) => line.filter((blob) => isCuttable(blob, scale)));
	const wholes = await look("wholes", cuttable);
	const sure = new Set(
		cuttable.flatMap((line, i) => line.filter((blob, k) => isSureDigit(blob, wholes[i][k].verdict, scale))),
	);
	const cut = lines.map((line) => cutLine(line, scale, (blob) => !sure.has(blob)));

	const seeAll = async (
		stage: keyof typeof STAGES,
		candidates: readonly BlobCandidate[][],
	): Promise<SeenCandidate[][]> => {
		const seen = await look(
			stage,
			candidates.map((line) => line.map(({ blob }) => blob)),
		);
		return candidates.map((line, i) => line.map((candidate, k) => ({ ...candidate, ...seen[i][k] })));
	};
	const plain = await seeAll("plain", cut.map(candidatesOf));
	const sharing = await seeAll(
		"sharing",
		cut.map((line, i) => sharingCandidatesOf(line, plain[i], doubtfulBlobs(readLine(line, plain[i])))),
	);
	const characters = cut.map((line, i) => readLine(line, [...plain[i], ...sharing[i]]));
	const chosen = characters.flat().map(({ blob }) => blob);
	trace?.("pieces", blobPicture(ink, chosen));
	return compose(
		characters.flatMap((line, i) => {
			const separators = separatorsOf(
				line.map(({ blob, verdict }) => ({ ...shapeOf(blob), isDigit: !verdict.refusal })),
			);
			return line.map(({ blob, glyph, verdict }) => ({
				line: i,
				box: scaleBox(blob.box, page.scale),
				glyph: encodeGlyph(glyph),
				verdict,
				before: verdict.refusal ? "" : separators.shift(),
			}));
		}),
	);
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
	if (!page) return null;
	const { ink, blobs } = connectedInk(page);
	const blob = mainBlob(blobs);
	if (!blob) return null;
	return { glyph: normaliseGlyph(inkOfBlob(ink, blob)), box: scaleBox(blob.box, page.scale) };
}

function shapeOf({ box, area, runs }: Blob): Shape {
	return { box, area, middle: runs.map(([y, from, to]) => [(from + to) / 2, y]) };
}

function scaleBox({ x, y, width, height }: Box, scale: number): Box {
	return { x: x / scale, y: y / scale, width: width / scale, height: height / scale };
}
