import type { Box } from "../../lib/geometry.ts";
import { displayText, type Reading, tableOf } from "../../lib/reading/reading.ts";
import { englishOf } from "../english.ts";

/** The JSON line of one item that was read. */
export function readingLine(input: string, item: number, reading: Reading, ms: number): string {
	const table = tableOf(reading);
	return JSON.stringify({
		input,
		item,
		text: reading.text,
		display: displayText(reading),
		...(table && { table }),
		...(reading.turned && { turned: reading.turned }),
		...(reading.tooMuch && { tooMuch: true }),
		...(reading.expected && { expected: reading.expected }),
		digits: reading.digits.map(({ digit, confidence, box, line, alternatives }) => ({
			digit,
			confidence: round(confidence, 4),
			box: boxList(box),
			line,
			alternatives: alternatives
				.filter(([, probability]) => probability >= 0.0005)
				.map(([other, probability]) => [other, round(probability, 4)]),
		})),
		rejected: reading.rejected.map(({ box, reason, best, confidence }) => ({
			box: boxList(box),
			reason,
			best,
			confidence: round(confidence, 4),
		})),
		ms: round(ms, 2),
	});
}

/** The JSON line of a file that could not be read. */
export function errorLine(input: string, error: unknown): string {
	return JSON.stringify({ input, error: englishOf(error) });
}

const boxList = ({ x, y, width, height }: Box) => [x, y, width, height].map((value) => round(value, 1));

function round(value: number, decimals: number): number {
	const unit = 10 ** decimals;
	return Math.round(value * unit) / unit;
}
