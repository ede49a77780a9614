import { sheetAlone } from "../image/layout/paper-area.ts";
import type { Pixels } from "../image/pixels.ts";
import { type Quarters, turned, turnedBack } from "../image/turn.ts";
import { type Reading, unread } from "./reading.ts";

/** Reads a picture; null where there has been enough effort. */
type Read = (pixels: Pixels) => Promise<Reading | null>;

/** Pieces that were not read speak against a reading by so much of a digit, up to so many. */
const UNREAD = 0.15;
const MOST_UNREAD = 40;
/** Another look is far better that is worth so many times as much and so much more, and is so sure on the average. */
const FAR_BETTER = 0.5;
const BETTER_TIMES = 1.5;
const SURE = 0.85;
/** Other looks are for numbers: of a drawing or a letter one digit or two may be seen in some way. */
const LEAST_DIGITS = 3;
/** A picture in which so many pieces were looked at is texture; its turns are no better, nor are those of fewer than can be digits. */
const TEXTURE = 60;

/**
 * A reading that is hopeless gets other looks: at the sheet alone, where it lies on something, and turned. The first
 * one that is far better holds.
 */
export async function lookAgain(pixels: Pixels, first: Reading, read: Read): Promise<Reading> {
	if (!isHopeless(first)) return first;
	const isBetter = (other: Reading) =>
		other.digits.length >= LEAST_DIGITS &&
		meanConfidence(other) >= SURE &&
		worth(other) >= FAR_BETTER + BETTER_TIMES * Math.max(0, worth(first));

	const sheet = sheetAlone(pixels);
	if (sheet) {
		const onSheet = await read(sheet);
		return onSheet && isBetter(onSheet) ? onSheet : first;
	}

	const pieces = first.digits.length + first.rejected.length;
	if (pieces < LEAST_DIGITS || pieces > TEXTURE) return first;
	for (const quarters of [1, 3, 2] as const) {
		const other = await read(turned(pixels, quarters));
		if (other && isBetter(other) && !isHopeless(other)) return onItsSide(other, quarters, pixels);
	}
	return first;
}

/** Whether more speaks against a reading than for it: nothing that is sure, and much that is not read. */
function isHopeless(reading: Reading): boolean {
	const left = unread(reading).length;
	return left > 0 && (worth(reading) <= 0 || left >= reading.digits.length);
}

/** About how many digits are right, beyond chance, less what is not read. */
function worth(reading: Reading): number {
	const right = reading.digits.reduce((sum, { confidence }) => sum + 2 * confidence - 1, 0);
	return right - UNREAD * Math.min(MOST_UNREAD, unread(reading).length);
}

function meanConfidence({ digits }: Reading): number {
	return digits.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, digits.length);
}

/** The reading of a turned picture, its boxes where they are in the picture itself. */
function onItsSide(reading: Reading, quarters: Quarters, size: Pixels): Reading {
	const back = <T extends Reading["rejected"][number] | Reading["digits"][number]>(piece: T): T => ({
		...piece,
		box: turnedBack(piece.box, quarters, size),
	});
	return {
		...reading,
		digits: reading.digits.map(back),
		rejected: reading.rejected.map(back),
		turned: (90 * quarters) as 90 | 180 | 270,
	};
}
