import { formatNumber, t } from "../../lib/browser/language.ts";
import type { Refusal } from "../../lib/models/verdict.ts";
import { blocksOf, type Reading, type RejectedPiece, unread, written } from "../../lib/reading/reading.ts";
import { percent } from "../numbers.ts";

const REASONS: Record<Refusal, (piece: RejectedPiece) => string> = {
	blank: () => t("reading.reason.blank"),
	"not-a-digit": () => t("reading.reason.notADigit"),
	"several-digits": () => t("reading.reason.severalDigits"),
	unsure: ({ best, confidence }) =>
		t("reading.reason.unsure", { digit: best, probability: percent(confidence) }),
};

/** Why a piece was left out, as the end of a sentence. */
export function reasonOf(piece: RejectedPiece): string {
	return REASONS[piece.reason](piece);
}

/** So many pieces that are not read, with so few digits a piece beside them, are texture, or too much at once. */
const TOO_MANY = 100;
const FEW = 0.25;

/**
 * Whether a smaller part should be read: there is too much, or hundreds of pieces are left out, and hardly anything is
 * read.
 */
export function isTooMuch(reading: Reading): boolean {
	if (reading.tooMuch) return true;
	const left = unread(reading).length;
	return left >= TOO_MANY && reading.digits.length < FEW * left;
}

/** How the picture was turned to be read. Empty where it was not. */
export function turnedSentence({ turned }: Reading): string {
	if (turned === undefined) return "";
	return turned === 180
		? t("reading.upsideDown")
		: t(turned === 90 ? "reading.turnedRight" : "reading.turnedLeft");
}

/** That the boxes of the paper are more or fewer than the digits. Empty where they are as many, or there are none. */
export function boxesSentence({ boxes, digits }: Reading): string {
	if (boxes === undefined || digits.length === 0 || digits.length === boxes) return "";
	return t("reading.boxes", digits.length, { boxes: formatNumber(boxes) });
}

/** That there are more or fewer digits than the person expected. Empty where there are as many, or nothing was expected. */
export function expectedSentence({ expected, digits }: Reading): string {
	if (expected === undefined || digits.length === 0) return "";
	const counts = [...Map.groupBy(digits, ({ line }) => line).values()].map(({ length }) => length);
	if (counts.every((count) => count === expected)) return "";
	return counts.length === 1
		? t("reading.expected", digits.length, { expected: formatNumber(expected) })
		: t("reading.expectedEach", { expected: formatNumber(expected) });
}

/** Which ink was left out and why, as a sentence short enough for one line. Empty when all of it was read. */
export function refusalSentence(reading: Reading): string {
	const pieces = unread(reading);
	if (isTooMuch(reading)) return t("reading.tooMuch");
	if (pieces.length === 0) return "";
	const reason = reasonOf(pieces[0]);
	return t("reading.notRead", pieces.length, { reason });
}

/** Which digits deserve a second look, being less probable than `doubtBelow`, as a sentence. Empty when all are sure. */
export function doubtSentence({ digits }: Reading, doubtBelow: number): string {
	const doubtful = digits.filter(({ confidence }) => confidence < doubtBelow);
	if (doubtful.length === 0) return "";
	if (doubtful.length > 1) return t("reading.severalDoubtful", { count: formatNumber(doubtful.length) });
	const [{ digit, confidence, alternatives }] = doubtful;
	const [other] = alternatives;
	const probability = percent(confidence);
	return other
		? t("reading.doubtfulOr", { digit, probability, other: other[0] })
		: t("reading.doubtful", { digit, probability });
}

/** That there is ink, but nothing in it that could be a digit. Empty when anything was read or refused. */
export function nothingSentence({ digits, rejected }: Reading): string {
	return digits.length + rejected.length === 0 ? t("reading.noDigitHere") : "";
}

/** The reading as a screen reader should say it: digit by digit, lines, rows of a table and doubts included. */
export function spokenReading(reading: Reading, doubtBelow: number): string {
	const number =
		reading.digits.length === 0
			? t("reading.noDigit")
			: reading.grid
				? spokenTable(reading)
				: t("reading.reads", { digits: reading.text.split("\n").map(apart).join(t("reading.nextLine")) });
	const said = [
		number,
		turnedSentence(reading),
		boxesSentence(reading),
		expectedSentence(reading),
		doubtSentence(reading, doubtBelow),
		refusalSentence(reading),
	];
	return said.filter(Boolean).join(" ");
}

/** A table row by row with the lines above and below it. */
function spokenTable(reading: Reading): string {
	const cell = (text: string) => (text ? apart(text) : t("reading.emptyCell"));
	return blocksOf(reading)
		.flatMap((block) =>
			block.kind === "line"
				? t("reading.reads", { digits: apart(written(block.digits)) })
				: block.rows.map((cells, row) =>
						t("reading.row", {
							row: formatNumber(row + 1),
							cells: cells.map((digits) => cell(written(digits))).join(", "),
						}),
					),
		)
		.join(" ");
}

/** Character by character. */
const apart = (text: string) => [...text].join(" ");
