import type { Box } from "../geometry.ts";
import { encodeGlyph, type Glyph } from "../glyph.ts";
import { inkOfBlob } from "../image/blob-ink.ts";
import { cutLine } from "../image/candidates.ts";
import type { Blob } from "../image/components.ts";
import { isCuttable } from "../image/cut.ts";
import { connectedInk } from "../image/hysteresis.ts";
import { normaliseGlyph } from "../image/normalise.ts";
import { findInk } from "../image/page.ts";
import type { Pixels } from "../image/pixels.ts";
import { blobPicture, type Trace } from "../image/trace.ts";
import { findWriting, mainBlob } from "../image/writing.ts";
import { type Shape, separatorsOf } from "../lines/separators.ts";
import type { Model } from "../models/verdict.ts";
import type { Following } from "../tasks/batches.ts";
import { isSureDigit } from "./picture/candidate-cost.ts";
import { type Character, doubtfulBlobs } from "./picture/choose-characters.ts";
import { classifyBlobs } from "./picture/classify-blobs.ts";
import { lookOverLines } from "./picture/doubtful-lines.ts";
import { type Eyes, readCuts, type Span } from "./picture/read-cuts.ts";
import { compose, type Reading } from "./reading.ts";

/** What reading a picture needs; `trace` is shown what each stage makes of it. */
export interface PictureReader extends Model {
	readonly trace?: Trace;
	/** Ends the reading, which then rejects with the signal's reason. */
	readonly signal?: AbortSignal;
	/** Told from time to time about what share of the reading is done, 0..1. */
	readonly onProgress?: (share: number) => void;
}

/** What the models see in turn, when the ink is found: whole blobs, what is cut as the writing leans, and upright. */
const SPANS = { wholes: [0.15, 0.35], leaning: [0.35, 0.9], upright: [0.9, 1] } as const;

/**
 * Reads the digits in a picture: pixels -> ink -> blobs -> lines -> every plausible character -> classifier ->
 * the characters that explain each line best. What is surely one digit is not taken apart. Where there is doubt,
 * a model that sees whole lines is asked too, strokes are looked for that digits may share, and the line is cut upright
 * as well: a few strokes may tell its slant wrongly.
 */
export async function readPicture(
	pixels: Pixels,
	{ classify, sweep, trace, signal, onProgress }: PictureReader,
): Promise<Reading> {
	const page = findInk(pixels, trace);
	if (!page) return compose([]);
	const { ink, blobs } = connectedInk(page);
	const { lines, scale } = findWriting(blobs);
	const follow = ([from, to]: Span): Following => ({
		onProgress: (share) => onProgress?.(from + share * (to - from)),
		...(signal && { signal }),
	});
	const eyes: Eyes = {
		look: (blobs, span) => classifyBlobs(ink, blobs, classify, follow(span)),
		lookOver: async (readings, span) =>
			sweep ? lookOverLines(ink, readings, sweep, follow(span)) : readings.map(() => null),
	};

	const cuttable = lines.map((line) => line.filter((blob) => isCuttable(blob, scale)));
	const wholes = await eyes.look(cuttable, SPANS.wholes);
	const sure = new Set(
		cuttable.flatMap((line, i) => line.filter((blob, k) => isSureDigit(blob, wholes[i][k].verdict, scale))),
	);
	const isCut = (blob: Blob) => !sure.has(blob);

	const cuts = lines.map((line) => cutLine(line, scale, isCut));
	const characters = await readCuts(cuts, eyes, SPANS.leaning);
	const doubted = cuts.flatMap(({ slant }, i) => (slant !== 0 && isDoubtful(characters[i]) ? [i] : []));
	const uprightCuts = doubted.map((i) => cutLine(lines[i], scale, isCut, 0));
	for (const [k, upright] of (await readCuts(uprightCuts, eyes, SPANS.upright)).entries()) {
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
