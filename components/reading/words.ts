import type { Refusal } from "../../lib/models/verdict.ts";
import type { Reading, RejectedPiece } from "../../lib/reading.ts";
import { isDoubtful, percent } from "../panel/doubt.ts";

const REASONS: Record<Refusal, (piece: RejectedPiece) => string> = {
	blank: () => "without ink",
	"not-a-digit": () => "not a digit",
	"several-digits": () => "several digits in one; leave gaps",
	unsure: ({ best, confidence }) => `too unsure, perhaps ${best} (${percent(confidence)})`,
};

/** Which ink was left out and why, as a sentence short enough for one line. Empty when all of it was read. */
export function refusalSentence({ rejected }: Reading): string {
	if (rejected.length === 0) return "";
	const reason = REASONS[rejected[0].reason](rejected[0]);
	return rejected.length === 1
		? `Not read: one mark, ${reason}.`
		: `Not read: ${rejected.length} marks; the first ${reason}.`;
}

/** Which digits deserve a second look, as a sentence. Empty when all are sure. */
export function doubtSentence({ digits }: Reading): string {
	const doubtful = digits.filter(({ confidence }) => isDoubtful(confidence));
	if (doubtful.length === 0) return "";
	if (doubtful.length > 1) return `${doubtful.length} digits are doubtful.`;
	const [{ digit, confidence, alternatives }] = doubtful;
	const [other] = alternatives;
	return `The ${digit} is doubtful (${percent(confidence)})${other ? `; it may be a ${other[0]}` : ""}.`;
}

/** That there is ink, but nothing in it that could be a digit. Empty when anything was read or refused. */
export function nothingSentence({ digits, rejected }: Reading): string {
	return digits.length + rejected.length === 0 ? "No digit here. Draw it larger, or in one piece." : "";
}

/** The reading as a screen reader should say it: digit by digit, lines and doubts included. */
export function spokenReading(reading: Reading): string {
	const lines = reading.text.split("\n").map((line) => [...line].join(" "));
	const number = reading.digits.length > 0 ? `Reads ${lines.join(", next line, ")}.` : "No digit was read.";
	return [number, doubtSentence(reading), refusalSentence(reading)].filter(Boolean).join(" ");
}
