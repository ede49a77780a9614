import { expect, it } from "vitest";
import { draftOf, draftText } from "../../../lib/reading/draft.ts";
import { retyped, splitLine } from "../../../lib/reading/draft-edit.ts";
import { draftFor } from "../../../lib/stored/draft.ts";
import { readingOf } from "../components/readings.ts";

const reading = readingOf("1572");
const kept = (draft: unknown) => JSON.parse(JSON.stringify(draft));

it("brings back what a person has made of a reading", () => {
	const { draft } = splitLine(retyped(draftOf(reading), 0, "17-2", 2).draft, 0, 1)!;
	expect(draftFor(reading, kept(draft))).toEqual(draft);
	expect(draftText(draftFor(reading, kept(draft))!)).toBe("1\n7-2");
});

it("takes nothing that was made of another reading, or that nobody typed", () => {
	const draft = draftOf(reading);
	for (const other of ["157", "15723", "1578"])
		expect(draftFor(readingOf(other), kept(draft))).toBeUndefined();
	for (const text of ["<b>", "77", "x"]) {
		const odd = { blocks: [{ kind: "line", field: [{ text, read: "" }] }] };
		expect(draftFor(readingOf(""), odd), text).toBeUndefined();
	}
	for (const left of [null, 7, {}, { blocks: 7 }]) expect(draftFor(reading, left)).toBeUndefined();
});
