import { GLYPH_SIDE } from "../../lib/glyph.ts";
import { PEN_CHANNELS, PEN_MAPS_SIZE, penMaps } from "../../lib/ink/pen-maps.ts";
import { createRandom, type Random } from "../random.ts";
import { reorder, sampleOnScreen } from "../training/augmentation/pen.ts";
import type { RefusalDigits } from "../training/decision.ts";
import type { DigitSet } from "./digit-set.ts";
import { loadPendigits, type PenDigit } from "./pen-digits.ts";

/** A way in which digits come to the pad, besides the one in which they were written. */
export interface WayOfWriting {
	readonly name: string;
	readonly rewrite: (strokes: PenDigit["strokes"], random: Random) => PenDigit["strokes"];
}

/** How the digits of writers who trained nothing are written to see whether they are still read. */
export const WAYS_OF_WRITING: readonly WayOfWriting[] = [
	{ name: "as written", rewrite: (strokes) => strokes },
	{ name: "every stroke backwards", rewrite: (strokes) => strokes.map((stroke) => stroke.toReversed()) },
	{ name: "strokes in any order and direction", rewrite: reorder },
	{ name: "sampled by mouse or finger", rewrite: sampleOnScreen },
];

/** The digits of the held-out writers in one way, always the same. */
export async function unseenWriting({ rewrite }: WayOfWriting): Promise<PenDigit[]> {
	const { heldOut } = await loadPendigits();
	return heldOut.map((digit, i) => ({ ...digit, strokes: rewrite(digit.strokes, createRandom(i)) }));
}

/** Written digits as a network for ink sees them. */
function mapsOf(digits: readonly PenDigit[]): DigitSet {
	const pixels = new Uint8Array(digits.length * PEN_MAPS_SIZE);
	digits.forEach(({ strokes }, i) => {
		pixels.set(
			penMaps(strokes).map((ink) => Math.round(255 * ink)),
			i * PEN_MAPS_SIZE,
		);
	});
	const labels = Uint8Array.from(digits, ({ label }) => label);
	return { width: GLYPH_SIDE, height: GLYPH_SIDE, channels: PEN_CHANNELS, pixels, labels };
}

/** The held-out writers' digits in every way: for picking the best epoch and fitting the confidence. */
export async function unseenMaps(): Promise<DigitSet> {
	return mapsOf((await Promise.all(WAYS_OF_WRITING.map(unseenWriting))).flat());
}

/** The same by way, with the share of each that may be refused. */
export async function refusableWriting(): Promise<RefusalDigits[]> {
	const digits = await Promise.all(WAYS_OF_WRITING.map(unseenWriting));
	return digits.map((some) => ({ digits: mapsOf(some), budget: 0.002 }));
}
