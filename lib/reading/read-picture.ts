import type { Box } from "../geometry.ts";
import { encodeGlyph, type Glyph } from "../glyph.ts";
import { inkOfBlob } from "../image/blob-ink.ts";
import { candidatesOf, cutLine } from "../image/candidates.ts";
import type { Blob } from "../image/components.ts";
import { isCuttable, type Scale } from "../image/cut.ts";
import { connectedInk } from "../image/hysteresis.ts";
import { normaliseGlyph } from "../image/normalise.ts";
import { findInk, findInkInSteps } from "../image/page.ts";
import type { Pixels } from "../image/pixels.ts";
import { blobPicture, type Trace } from "../image/trace.ts";
import { findWriting, mainBlob } from "../image/writing.ts";
import type { Model } from "../models/verdict.ts";
import { type Following, partOf, restIn } from "../tasks/batches.ts";
import { mapInSteps, withRests } from "../tasks/steps.ts";
import { type Look, lookAround } from "./look-around.ts";
import { isSureDigit } from "./picture/candidate-cost.ts";
import { type Character, doubtfulBlobs } from "./picture/choose-characters.ts";
import { classifyBlobs, type PageModels } from "./picture/classify-blobs.ts";
import { cuttableInTime } from "./picture/cuttable-in-time.ts";
import { affordable, type Effort, MOST_EFFORT } from "./picture/effort.ts";
import { withoutFinePrint } from "./picture/fine-print.ts";
import { readCuts } from "./picture/read-cuts.ts";
import { withoutStrayStrokes } from "./picture/stray-strokes.ts";
import { boxesAmong, tableAmong } from "./picture/table.ts";
import { type LineCharacter, piecesOfLine } from "./pieces-of-line.ts";
import { compose, type Reading } from "./reading.ts";
import { lookAgain } from "./second-look.ts";

/** What reading a picture needs; `trace` is shown what each stage makes of it. */
export interface PictureReader extends Model, Following {
	readonly trace?: Trace | undefined;
	/** How many digits each number in open writing has, where the person knows: a reading that has them is preferred. */
	readonly expected?: number | undefined;
}

/**
 * How far the reading is when the ink is found, when whole blobs are classified, when the leaning cuts are read, and when
 * what was sure by mistake is taken apart.
 */
const [INK_FOUND, WHOLES_READ, LEANING_READ, TAKEN_APART] = [0.15, 0.35, 0.9, 0.93];

/**
 * Reads the digits in a picture as it is: pixels -> ink -> blobs -> lines -> every plausible character -> classifier ->
 * the characters that explain each line best. What is surely one digit is not taken apart. A model that sees whole lines
 * is asked too. Where there is doubt, strokes are looked for that digits may share, and the line is cut upright as well:
 * a few strokes may tell its slant wrongly.
 */
async function readOnce(
	pixels: Pixels,
	{ trace, signal, onProgress, rest, ...models }: PictureReader,
	effort: Effort,
): Promise<Look> {
	const following = { ...(signal && { signal }), ...(onProgress && { onProgress }), ...(rest && { rest }) };
	const page = await withRests(findInkInSteps(pixels, trace), following);
	if (!page) return { reading: compose([]), glyphs: [] };
	await restIn(following);
	const { ink, blobs } = connectedInk(page);
	await restIn(following);
	const { lines, walls, scale, grids, isTooMuch } = findWriting(blobs, page.grids);
	if (isTooMuch) return { reading: { ...compose([]), tooMuch: true }, glyphs: [] };
	await restIn(following);
	const reader: PageModels = { ...models, ink, effort };

	const sure = await sureDigits(reader, lines, scale, partOf(following, INK_FOUND, WHOLES_READ));
	const isCut = await withRests(cuttableInTime(lines, scale, sure, effort), following);
	const cuts = await withRests(
		mapInSteps(lines, (line, i) => cutLine(line, scale, isCut, undefined, walls[i])),
		following,
	);
	const first = await readCuts(reader, cuts, partOf(following, WHOLES_READ, LEANING_READ));

	// Two digits that touch may look surely like a third one, until the line is seen.
	const joined = new Set(first.flatMap(({ joined }, i) => joined.map((blob) => lines[i][blob])));
	const isCutNow = (blob: Blob) => isCut(blob) || joined.has(blob);
	const again = first.flatMap(({ joined }, i) => (joined.length > 0 ? [i] : []));
	const cutAgain = await withRests(
		mapInSteps(again, (i) => cutLine(lines[i], scale, isCutNow, undefined, walls[i])),
		following,
	);
	const second = await readCuts(reader, cutAgain, partOf(following, LEANING_READ, TAKEN_APART));
	const leaning = first.map(({ characters }, i) => second[again.indexOf(i)]?.characters ?? characters);

	const unsure = cuts.flatMap(({ slant }, i) => (slant !== 0 && isDoubtful(leaning[i]) ? [i] : []));
	const doubtful = affordable(unsure, (i) => candidatesOf(cuts[i]).length, effort);
	const uprightCuts = await withRests(
		mapInSteps(doubtful, (i) => cutLine(lines[i], scale, isCutNow, 0, walls[i])),
		following,
	);
	const upright = await readCuts(reader, uprightCuts, partOf(following, TAKEN_APART, 1));
	const characters = [...leaning];
	for (const [k, i] of doubtful.entries()) {
		const other = upright[k].characters;
		if (costOf(other) < costOf(leaning[i]) - (isDoubtful(other) ? TELLING : 0)) characters[i] = other;
	}

	const chosen = characters.flat().map(({ blob }) => blob);
	trace?.("pieces", blobPicture(ink, chosen));
	const settled = withoutStrayStrokes(characters, ink.width);
	const table = tableAmong(grids, settled);
	// What stands in cells is no fine print, however large something beside them is.
	const reading = compose(
		(table ? settled : withoutFinePrint(settled)).flatMap((line, i) =>
			piecesOfLine(
				i,
				line.map((one) => {
					const cell = table?.cellOf(one);
					return { ...onPicture(one, page.scale), ...(cell && { cell }) };
				}),
			),
		),
		table?.size,
	);
	const boxes = table ? null : boxesAmong(grids, settled);
	const { expected } = models;
	return {
		reading: { ...reading, ...(boxes && { boxes }), ...(expected && !table && !boxes && { expected }) },
		glyphs: settled.flat().map(({ glyph }) => glyph),
	};
}

/** The blobs of each line that are surely one digit as they are. */
async function sureDigits(
	reader: PageModels,
	lines: readonly (readonly Blob[])[],
	scale: Scale,
	following: Following,
): Promise<Set<Blob>> {
	const cuttable = lines.map((line) => line.filter((blob) => isCuttable(blob, scale)));
	const wholes = await classifyBlobs(reader, cuttable, following);
	return new Set(
		cuttable.flatMap((line, i) => line.filter((blob, k) => isSureDigit(blob, wholes[i][k].verdict, scale))),
	);
}

/** By so many nats a reading must be cheaper to be the better of two that are doubtful. */
const TELLING = 1;

const isDoubtful = (line: readonly Character[]) => doubtfulBlobs(line).size > 0;
const costOf = (line: readonly Character[]) => line.reduce((sum, { pathCost }) => sum + pathCost, 0);

/** A character with its place and its form in pixels of the picture, of which the page has `scale` for each. */
function onPicture({ blob, glyph, verdict }: Character, scale: number): LineCharacter {
	const box = scaleBox(blob.box, scale);
	const middle = blob.runs.map(([y, from, to]) => [(from + to) / 2 / scale, y / scale] as const);
	return { box, shape: { box, area: blob.area / scale ** 2, middle }, glyph, verdict };
}

/** With less another look does not begin. */
const LEAST_EFFORT = 400;

/** Reads the digits in a picture, as it is or in another way: see look-around.ts. */
export async function readPicture(pixels: Pixels, { trace, ...reader }: PictureReader): Promise<Reading> {
	const effort = { left: MOST_EFFORT };
	let looks = 0;
	const reading = await lookAround(pixels, {
		read: async (seen) => {
			if (looks++ > 0 && effort.left < LEAST_EFFORT) return null;
			return readOnce(seen, { ...reader, ...(looks === 1 && { trace }) }, effort);
		},
		classify: (glyphs) => {
			effort.left -= glyphs.length;
			return reader.classify(glyphs);
		},
	});
	return (await digitInParts(reading, pixels, reader)) ?? reading;
}

/** A digit is drawn in so many strokes at most; as a whole it must be so sure, and none of its strokes may be. */
const MOST_PARTS = 4;
const SURE = 0.95;

/**
 * A digit of which the strokes do not touch, as a whole: a 5 and its bar may stand in two lines. Null where there is
 * none, or one stroke is surely a digit itself.
 */
async function digitInParts(
	{ digits, rejected }: Reading,
	pixels: Pixels,
	reader: PictureReader,
): Promise<Reading | null> {
	const isRead = digits.length > 1 || digits.some(({ confidence }) => confidence >= SURE);
	const parts = digits.length + rejected.length;
	if (isRead || parts < 2 || parts > MOST_PARTS) return null;
	const whole = await readPictureGlyph(pixels, reader);
	return whole.digits.length > 0 && whole.digits[0].confidence >= SURE ? whole : null;
}

/** Reads all the ink of a picture as one character; only specks are left out. */
export async function readPictureGlyph(pixels: Pixels, { trace, ...model }: PictureReader): Promise<Reading> {
	const found = glyphInPicture(pixels, trace);
	if (!found) return compose([]);
	const [first] = await model.classify([found.glyph]);
	const verdict = await lookAgain(found.glyph, first, model);
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

function scaleBox({ x, y, width, height }: Box, scale: number): Box {
	return { x: x / scale, y: y / scale, width: width / scale, height: height / scale };
}
