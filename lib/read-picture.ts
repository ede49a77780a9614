import { classifyBlobs, type SeenBlob } from "./classify-blobs.ts";
import type { Box } from "./geometry.ts";
import { encodeGlyph, type Glyph } from "./glyph.ts";
import { inkOfBlob } from "./image/blob-ink.ts";
import {
	type BlobCandidate,
	candidatesOf,
	cutLine,
	type PieceLine,
	sharingCandidatesOf,
} from "./image/candidates.ts";
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
import { type Character, doubtfulBlobs, readLine, type SeenCandidate } from "./read-line.ts";
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

/** From what share of a reading to what share a stage goes. */
type Span = readonly [from: number, to: number];

/** What the classifier sees in turn, when the ink is found: whole blobs, what is cut as the writing leans, and upright. */
const SPANS = { wholes: [0.15, 0.35], leaning: [0.35, 0.9], upright: [0.9, 1] } as const;

/**
 * Reads the digits in a picture: pixels -> ink -> blobs -> lines -> every plausible character -> classifier ->
 * the characters that explain each line best. What is surely one digit is not taken apart. Where there is doubt,
 * strokes are looked for that digits may share, and the line is cut upright too: a few strokes may tell its slant
 * wrongly.
 */
export async function readPicture(
	pixels: Pixels,
	{ classify, trace, signal, onProgress }: PictureReader,
): Promise<Reading> {
	const page = findInk(pixels, trace);
	if (!page) return compose([]);
	const { ink, blobs } = connectedInk(page);
	const { lines, scale } = findWriting(blobs);
	const look: Look = (blobs, [from, to]) => {
		const tell = (share: number) => onProgress?.(from + share * (to - from));
		return classifyBlobs(ink, blobs, classify, { onProgress: tell, ...(signal && { signal }) });
	};

	const cuttable = lines.map((line) => line.filter((blob) => isCuttable(blob, scale)));
	const wholes = await look(cuttable, SPANS.wholes);
	const sure = new Set(
		cuttable.flatMap((line, i) => line.filter((blob, k) => isSureDigit(blob, wholes[i][k].verdict, scale))),
	);
	const isCut = (blob: Blob) => !sure.has(blob);

	const cuts = lines.map((line) => cutLine(line, scale, isCut));
	const characters = await readCuts(cuts, look, SPANS.leaning);
	const doubted = cuts.flatMap(({ slant }, i) => (slant !== 0 && isDoubtful(characters[i]) ? [i] : []));
	const uprightCuts = doubted.map((i) => cutLine(lines[i], scale, isCut, 0));
	for (const [k, upright] of (await readCuts(uprightCuts, look, SPANS.upright)).entries()) {
		const i = doubted[k];
		if (!isDoubtful(upright) && costOf(upright) < costOf(characters[i])) characters[i] = upright;
	}
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

/** Shows blobs to the classifier, line by line; `span` says how far the reading is meanwhile. */
type Look = (blobs: readonly (readonly Blob[])[], span: Span) => Promise<SeenBlob[][]>;

/** How much of a span goes to the candidates without strokes of their neighbours. */
const PLAIN_SHARE = 0.8;

/** The characters of lines that were cut. */
async function readCuts(cuts: readonly PieceLine[], look: Look, [from, to]: Span): Promise<Character[][]> {
	const see = async (candidates: readonly BlobCandidate[][], span: Span): Promise<SeenCandidate[][]> => {
		const blobs = candidates.map((line) => line.map(({ blob }) => blob));
		const seen = await look(blobs, span);
		return candidates.map((line, i) => line.map((candidate, k) => ({ ...candidate, ...seen[i][k] })));
	};
	const between = from + PLAIN_SHARE * (to - from);
	const plain = await see(cuts.map(candidatesOf), [from, between]);
	const sharing = await see(
		cuts.map((line, i) => sharingCandidatesOf(line, plain[i], doubtfulBlobs(readLine(line, plain[i])))),
		[between, to],
	);
	return cuts.map((line, i) => readLine(line, [...plain[i], ...sharing[i]]));
}

const isDoubtful = (line: readonly Character[]) => doubtfulBlobs(line).size > 0;
const costOf = (line: readonly Character[]) => line.reduce((sum, { pathCost }) => sum + pathCost, 0);

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
