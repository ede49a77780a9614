import type { PieceLine } from "../../image/candidates.ts";
import { lineMiddle } from "../../lines/line-middle.ts";
import { type Following, inBatches } from "../../tasks/batches.ts";
import { DIGIT_COST } from "./candidate-cost.ts";
import { boxAndWeight, type Character, middleOf } from "./choose-characters.ts";
import type { PageModels } from "./classify-blobs.ts";
import { MOST_EFFORT, STRIP_EFFORT } from "./effort.ts";
import type { LineEvidence } from "./line-evidence.ts";
import { type LineLayout, stripOf } from "./strip.ts";

/** A line as far as it was read. */
export interface FirstReading {
	readonly line: PieceLine;
	readonly characters: readonly Character[];
}

/** A character that costs so many nats more than a sure digit makes its line doubtful. */
const DOUBT = 0.1;
/** Other lines of several characters are shown too while so much effort is left: it is spent on doubts first. */
const SPARE = MOST_EFFORT / 2;

/**
 * Shows lines to the model that sees whole lines, where there is one, so that two opinions agree or do not; null for
 * those that were not shown, or are no lines. Rejects with the signal's reason once it is aborted.
 */
export function lookOverLines(
	{ ink, readStrip, effort }: Pick<PageModels, "ink" | "readStrip" | "effort">,
	readings: readonly FirstReading[],
	{ onProgress, ...following }: Following = {},
): Promise<(LineEvidence | null)[]> {
	const read = async (reading: FirstReading): Promise<LineEvidence | null> => {
		const { characters } = reading;
		const isDoubtful = characters.some(({ pathCost }) => pathCost > DIGIT_COST + DOUBT);
		if (!readStrip || !(isDoubtful || (characters.length > 1 && effort.left > SPARE))) return null;
		const strip = stripOf(ink, reading.line, layoutOf(reading));
		if (!strip || STRIP_EFFORT * strip.ink.width > effort.left) return null;
		effort.left -= STRIP_EFFORT * strip.ink.width;
		return { frames: strip.frames, probabilities: await readStrip(strip.ink) };
	};
	return inBatches(readings, async ([reading]) => [await read(reading)], {
		...following,
		size: 1,
		onProgress: (done) => onProgress?.(done / readings.length),
	});
}

/** Digits are taken to be at least this share as high as the highest. */
const LOWEST_SHARE = 0.8;

/** As far as it is known. */
function layoutOf({ line, characters }: FirstReading): LineLayout {
	const digits = characters.filter(({ verdict }) => !verdict.refusal);
	if (digits.length === 0) return { height: line.scale.height, middleAt: middleOf(characters, line.scale) };
	const heights = digits.map(({ blob }) => blob.box.height).sort((a, b) => a - b);
	return {
		height: Math.max(heights[heights.length >> 1], LOWEST_SHARE * heights.at(-1)!),
		middleAt: lineMiddle(digits.map(boxAndWeight)),
	};
}
