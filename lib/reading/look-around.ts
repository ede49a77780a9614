import type { Box } from "../geometry.ts";
import type { Glyph } from "../glyph.ts";
import { sizeOf } from "../image/layout/quadrilateral.ts";
import { covers, enlargedSheet, findSheet, type Sheet } from "../image/layout/sheet.ts";
import { type FlatSheet, sheetAlone } from "../image/layout/sheet-alone.ts";
import type { Pixels } from "../image/pixels.ts";
import { shrink } from "../image/scale.ts";
import { type Quarters, turned, turnedBack, turnedGlyph } from "../image/turn.ts";
import type { Classify } from "../models/verdict.ts";
import { type Reading, unread } from "./reading.ts";

/** What a picture was read as, and the characters that were seen for it. */
export interface Look {
	readonly reading: Reading;
	readonly glyphs: readonly Glyph[];
}

/** What looking around needs. */
export interface Looking {
	/** Reads a picture; null where there has been enough effort: never of the first one. */
	read(pixels: Pixels): Promise<Look | null>;
	readonly classify: Classify;
}

/** Pieces that were not read speak against a reading by so much of a digit, up to so many. */
const UNREAD = 0.15;
const MOST_UNREAD = 40;
/** Another look is far better that is worth so many times as much and so much more, and is so sure on the average. */
const FAR_BETTER = 0.5;
const BETTER_TIMES = 1.5;
/** Beside a number that is sure upside-down letters are no reason to turn it: l, o, t are digits then. */
const BETTER_TIMES_OF_SURE = 2.5;
const SURE = 0.85;
/** A reading of which more than this share is not read is in doubt. */
const DOUBTFUL = 0.34;
/** Turned by so much more the average character must look like a digit. */
const LIKELIER = 0.2;
/**
 * Upside down 0, 1, 6, 8 and 9 are digits too, and others look like some. What is surer than this on the average stays;
 * for the rest one turn is clearly right by which it is surer than that, leaves nearly nothing and no digit out, and is so
 * many times less in doubt.
 */
const QUITE_SURE = 0.975;
const CLEARLY_SURE = 0.985;
const MOST_LEFT = 0.1;
const LESS_DOUBT = 3;
const SLIGHTLY_LIKELIER = 0.03;
/** Beside digits that are surer than this more than half as many pieces are letters, not digits upside down. */
const RATHER_SURE = 0.93;
const MOST_BESIDE = 0.5;
/** A number of digits that stand on their head as well is held the right way up, however sure it is turned. */
const ANY_WAY_UP = /^[01689\s]*$/;
/** Other looks are for numbers: of a drawing or a letter one digit or two may be seen in some way. */
const LEAST_DIGITS = 3;
/**
 * A picture in which so many pieces were looked at is texture; its turns are no better, nor are those of fewer than can
 * be digits.
 */
const TEXTURE = 60;
/** So many sure digits beside a sheet are written there, and no edge of it. */
const LEAST_BESIDE = 2;
/** Sheets are seen in pictures of so many pixels, and turned ones need no more to be read. */
const FOR_SHEETS = 1e6;
const FOR_READING = 2e6;

/** Any stroke may look like a 1: it speaks for a reading with this share of what other digits do. */
const STROKE = 0.4;
/** A reading is good that is so sure on the average, and worth half a digit more than what it leaves. */
const GOOD = 0.8;

/**
 * Reads a picture. Where a sheet lies on something, it is read alone, and the picture as it is only where that may show
 * more; what is in doubt is read turned where its characters look more like digits then. What is far better holds.
 */
export async function lookAround(pixels: Pixels, looking: Looking): Promise<Reading> {
	const [coarse, fine] = [FOR_SHEETS, FOR_READING].map((most) =>
		Math.ceil(Math.sqrt((pixels.width * pixels.height) / most)),
	);
	// Halving is so much faster than the rest that it comes first.
	const found = findSheet(coarse % 2 === 0 ? shrink(shrink(pixels, 2), coarse / 2) : shrink(pixels, coarse));
	const sheet = found && enlargedSheet(found, coarse);
	const flat = sheet && flatSheet(pixels, sheet);
	const onSheet = flat && (await looking.read(flat.pixels));
	if (!sheet || !flat || !onSheet) {
		const first = (await looking.read(pixels))!;
		const better = await bestTurn(first, () => shrink(pixels, fine), looking);
		return better ? withBoxes(better, (box) => scaled(box, fine)) : first.reading;
	}
	const better = (await bestTurn(onSheet, () => flat.pixels, looking)) ?? onSheet.reading;
	const ofSheet = withBoxes(better, flat.boxInPicture);
	const isRead = isGood(better);
	if (isRead && !sheet.isOnPlain) return ofSheet;
	const look = await looking.read(pixels);
	if (!look) return ofSheet;
	const whole = look.reading;
	if (!isRead) return worth(ofSheet) > worth(whole) ? ofSheet : whole;
	const beside = whole.digits.filter(({ box, confidence }) => confidence >= SURE && !covers(sheet, box));
	return isGood(whole) && beside.length >= LEAST_BESIDE ? whole : ofSheet;
}

/** A sheet alone, with no more pixels of the picture than are of use. */
function flatSheet(pixels: Pixels, sheet: Sheet): FlatSheet {
	const { width, height } = sizeOf(sheet.corners);
	const factor = Math.max(1, Math.floor(Math.sqrt((width * height) / FOR_READING)));
	const { pixels: flat, boxInPicture } = sheetAlone(shrink(pixels, factor), enlargedSheet(sheet, 1 / factor));
	return { pixels: flat, boxInPicture: (box) => scaled(boxInPicture(box), factor) };
}

/** The reading of a picture turned, where that is far better than as it is; null where none is. */
async function bestTurn(
	{ reading: first, glyphs }: Look,
	seen: () => Pixels,
	{ read, classify }: Looking,
): Promise<Reading | null> {
	const pieces = first.digits.length + first.rejected.length;
	const isSure = !isDoubtful(first) && meanConfidence(first) >= QUITE_SURE;
	if (isSure || pieces < LEAST_DIGITS || pieces > TEXTURE) return null;
	// A texture may look a little more like digits by chance.
	const least = isHopeless(first) ? LIKELIER : SLIGHTLY_LIKELIER;
	const likely = (await likelyTurns(glyphs, classify)).filter(({ gain }) => gain > least);
	if (likely.length === 0) return null;
	const pixels = seen();
	for (const { quarters, gain } of likely) {
		const other = (await read(turned(pixels, quarters)))?.reading;
		const isFarBetter = (reading: Reading) =>
			gain >= LIKELIER && isDoubtful(first) && isBetter(reading, first) && !isHopeless(reading);
		const isRight = (reading: Reading) =>
			isClear(reading, first) && !(quarters === 2 && ANY_WAY_UP.test(reading.text));
		if (other && (isRight(other) || isFarBetter(other)))
			return {
				...withBoxes(other, (box) => turnedBack(box, quarters, pixels)),
				turned: (90 * quarters) as 90 | 180 | 270,
			};
	}
	return null;
}

/** The turns by which characters look more like digits than as they are, and by how much, the likeliest first. */
async function likelyTurns(
	glyphs: readonly Glyph[],
	classify: Classify,
): Promise<{ quarters: Quarters; gain: number }[]> {
	const turns = [0, 1, 2, 3] as const;
	const verdicts = await classify(
		turns.flatMap((quarters) => glyphs.map((glyph) => turnedGlyph(glyph, quarters))),
	);
	const likeness = turns.map((quarters) => {
		const some = verdicts.slice(quarters * glyphs.length, (quarters + 1) * glyphs.length);
		return some.reduce((sum, { probabilities }) => sum + Math.max(...probabilities), 0) / glyphs.length;
	});
	return ([1, 2, 3] as const)
		.map((quarters) => ({ quarters, gain: likeness[quarters] - likeness[0] }))
		.sort((a, b) => b.gain - a.gain);
}

const isBetter = (other: Reading, first: Reading) =>
	other.digits.length >= LEAST_DIGITS &&
	meanConfidence(other) >= SURE &&
	worth(other) >=
		FAR_BETTER +
			(meanConfidence(first) >= RATHER_SURE ? BETTER_TIMES_OF_SURE : BETTER_TIMES) *
				Math.max(0, worth(first));

/** Whether a turned reading leaves no doubt where the first one is in some, and has no digit less. */
const isClear = (other: Reading, first: Reading) =>
	other.digits.length >= Math.max(LEAST_DIGITS, first.digits.length) &&
	unread(other).length <= MOST_LEFT * other.digits.length &&
	meanConfidence(first) < QUITE_SURE &&
	(meanConfidence(first) < RATHER_SURE || unread(first).length <= MOST_BESIDE * first.digits.length) &&
	meanConfidence(other) >= CLEARLY_SURE &&
	1 - meanConfidence(first) >= LESS_DOUBT * (1 - meanConfidence(other));

const isGood = (reading: Reading) => meanConfidence(reading) >= GOOD && worth(reading) >= FAR_BETTER;

/** Whether more speaks against a reading than for it: nothing that is sure, and much that is not read. */
function isHopeless(reading: Reading): boolean {
	const left = unread(reading).length;
	return left > 0 && (worth(reading) <= 0 || left >= reading.digits.length);
}

/** Whether a good part of a reading is left out or unsure: upside down many digits are digits too. */
function isDoubtful(reading: Reading): boolean {
	return unread(reading).length > DOUBTFUL * reading.digits.length || meanConfidence(reading) < SURE;
}

/** About how many digits are right, beyond chance, less what is not read. */
function worth(reading: Reading): number {
	const right = reading.digits.reduce(
		(sum, { digit, confidence }) => sum + (2 * confidence - 1) * (digit === "1" ? STROKE : 1),
		0,
	);
	return right - UNREAD * Math.min(MOST_UNREAD, unread(reading).length);
}

function meanConfidence({ digits }: Reading): number {
	return digits.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, digits.length);
}

const scaled = ({ x, y, width, height }: Box, by: number): Box => ({
	x: x * by,
	y: y * by,
	width: width * by,
	height: height * by,
});

/** A reading with every box where it is in another picture. */
function withBoxes(reading: Reading, place: (box: Box) => Box): Reading {
	const moved = <T extends { readonly box: Box }>(piece: T): T => ({ ...piece, box: place(piece.box) });
	return { ...reading, digits: reading.digits.map(moved), rejected: reading.rejected.map(moved) };
}
