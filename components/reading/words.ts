import type { Refusal } from "../../lib/models/verdict.ts";
import type { Reading, RejectedPiece } from "../../lib/reading.ts";
import { isDoubtful, percent } from "../panel/doubt.ts";

const REASONS: Record<Refusal, (piece: RejectedPiece) => string> = {
	blank: () => "there is no ink in it",
	"not-a-digit": () => "it is not a digit",
	"several-digits": () => "it looks like several digits in one; leave a gap between them",
	unsure: ({ best, confidence }) => `too unsure, perhaps ${best} (${percent(confidence)})`,
};

/** Why ink was left out, as a sentence. Empty when all of it was read. */
export function refusalSentence({ rejected }: Reading): string {
	if (rejected.length === 0) return "";
	const [first] = rejected;
	const reason = REASONS[first.reason](first);
	if (rejected.length === 1) return `One mark was not read: ${reason}.`;
	return rejected.every((piece) => piece.reason === first.reason && piece.reason !== "unsure")
		? `${rejected.length} marks were not read: ${reason}.`
		: `${rejected.length} marks were not read; the first: ${reason}.`;
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

/** The reading as a screen reader should say it: digit by digit, lines and doubts included. */
export function spokenReading(reading: Reading): string {
	const lines = reading.text.split("\n").map((line) => [...line].join(" "));
	const number = reading.digits.length > 0 ? `Reads ${lines.join(", next line, ")}.` : "No digit was read.";
	return [number, doubtSentence(reading), refusalSentence(reading)].filter(Boolean).join(" ");
}
