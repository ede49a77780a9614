import { expect, test } from "vitest";
import {
	boxesSentence,
	doubtSentence,
	expectedSentence,
	isTooMuch,
	refusalSentence,
	spokenReading,
	turnedSentence,
} from "../../../../components/reading/words.ts";
import { digit, readingOf, rejected } from "../readings.ts";

const DOUBT_BELOW = 0.9;

test("names the reason of a mark that was not read", () => {
	expect(refusalSentence(readingOf("1"))).toBe("");
	expect(refusalSentence(readingOf("1", { rejected: [rejected("unsure")] }))).toBe(
		"Not read: one mark, too unsure, perhaps 8 (41 %).",
	);
	expect(refusalSentence(readingOf("", { rejected: [rejected("several-digits"), rejected("unsure")] }))).toBe(
		"Not read: 2 marks; the first several digits in one; leave gaps.",
	);
});

test("points at the doubtful digit and at what else it may be", () => {
	expect(doubtSentence(readingOf("12"), DOUBT_BELOW)).toBe("");
	expect(doubtSentence(readingOf("17", { digits: [digit("1"), digit("7", 0.71, "1")] }), DOUBT_BELOW)).toBe(
		"The 7 is doubtful (71 %); it may be a 1.",
	);
	expect(doubtSentence(readingOf("77", { digits: [digit("7", 0.5), digit("7", 0.6)] }), DOUBT_BELOW)).toBe(
		"2 digits are doubtful.",
	);
});

test("says numbers digit by digit and lines one after the other", () => {
	expect(spokenReading(readingOf("15\n72"), DOUBT_BELOW)).toBe("Reads 1 5, next line, 7 2.");
	expect(spokenReading(readingOf("", { rejected: [rejected("not-a-digit")] }), DOUBT_BELOW)).toBe(
		"No digit was read. Not read: one mark, not a digit.",
	);
});

test("what is doubtful is for the person to say", () => {
	const unsure = readingOf("7", { digits: [digit("7", 0.71, "1")] });
	expect(doubtSentence(unsure, 0.7)).toBe("");
	expect(spokenReading(unsure, 0.7)).toBe("Reads 7.");
	expect(spokenReading(unsure, 0.72)).toBe("Reads 7. The 7 is doubtful (71 %); it may be a 1.");
});

test("says when there are more or fewer digits than were expected, on one line or on any of several", () => {
	expect(expectedSentence(readingOf("12"))).toBe("");
	expect(expectedSentence(readingOf("12", { expected: 2 }))).toBe("");
	expect(expectedSentence(readingOf("12", { expected: 8 }))).toBe("2 digits, 8 expected.");
	expect(expectedSentence(readingOf("1", { expected: 2 }))).toBe("1 digit, 2 expected.");
	expect(expectedSentence(readingOf("", { expected: 2 }))).toBe("");
	expect(spokenReading(readingOf("12", { expected: 3 }), DOUBT_BELOW)).toBe(
		"Reads 1 2. 2 digits, 3 expected.",
	);
	const [first, second] = readingOf("12").digits;
	const lines = { ...readingOf("12", { expected: 1 }), digits: [first, { ...second, line: 1 }] };
	expect(expectedSentence(lines)).toBe("");
	expect(expectedSentence({ ...lines, expected: 2 })).toBe("Not every line has 2 digits.");
});

test("says when a comb has more boxes than digits were read, or fewer", () => {
	expect(boxesSentence(readingOf("12"))).toBe("");
	expect(boxesSentence(readingOf("12", { boxes: 2 }))).toBe("");
	expect(boxesSentence(readingOf("12", { boxes: 3 }))).toBe("2 digits in 3 boxes.");
	expect(boxesSentence(readingOf("1", { boxes: 3 }))).toBe("1 digit in 3 boxes.");
	expect(spokenReading(readingOf("12", { boxes: 3 }), DOUBT_BELOW)).toBe("Reads 1 2. 2 digits in 3 boxes.");
});

test("says how the picture was turned to be read", () => {
	expect(turnedSentence(readingOf("1"))).toBe("");
	expect(([90, 180, 270] as const).map((turned) => turnedSentence(readingOf("1", { turned })))).toEqual([
		"Read after a quarter turn to the right.",
		"Read upside down.",
		"Read after a quarter turn to the left.",
	]);
	expect(spokenReading(readingOf("15", { turned: 180 }), DOUBT_BELOW)).toBe("Reads 1 5. Read upside down.");
});

test("advises a smaller part where there was too much to be read at all", () => {
	const nothing = readingOf("", { tooMuch: true });
	expect(refusalSentence(nothing)).toBe(
		"Too many marks: read a smaller part of the picture, or erase some of the drawing.",
	);
	expect(isTooMuch(nothing)).toBe(true);
	expect(isTooMuch(readingOf(""))).toBe(false);
});

test("advises a smaller part where hundreds of marks are not read and little is", () => {
	const many = Array.from({ length: 100 }, () => rejected("not-a-digit"));
	expect(refusalSentence(readingOf("1", { rejected: many }))).toBe(
		"Too many marks: read a smaller part of the picture, or erase some of the drawing.",
	);
	expect(refusalSentence(readingOf("1".repeat(25), { rejected: many }))).toBe(
		"Not read: 100 marks; the first not a digit.",
	);
});
