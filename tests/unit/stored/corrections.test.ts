import { expect, it } from "vitest";
import { encodeGlyph, GLYPH_SIZE } from "../../../lib/glyph.ts";
import { correctionsToJson } from "../../../lib/reading/corrections-file.ts";
import { type Correction, readCorrections, writeCorrections } from "../../../lib/stored/corrections.ts";

const glyph = encodeGlyph(Float32Array.from({ length: GLYPH_SIZE }, (_, i) => (i === 29 ? 1 : 0)));
const correction: Correction = { id: "a", reading: "r", at: 1000, glyph, digit: "7", read: "1" };

it("come back as they were kept", () => {
	expect(readCorrections(JSON.parse(JSON.stringify(writeCorrections([correction]))))).toEqual([correction]);
});

it.each([null, "x", [], {}, { kept: [correction] }, { version: 0, kept: [correction] }])(
	"are none where nobody can tell what was kept: %j",
	(left) => expect(readCorrections(left)).toEqual([]),
);

it.each<[string, object]>([
	["no glyph", { ...correction, glyph: "x" }],
	["no digit", { ...correction, digit: "seven" }],
	["no time", { ...correction, at: "yesterday" }],
])("are not lost beside one with %s", (_, broken) => {
	expect(readCorrections({ version: 1, kept: [broken, correction] })).toEqual([correction]);
});

it("of an older version are brought up step by step, and of a newer one what still fits", () => {
	const { digit, ...old } = correction;
	const upgrades = [
		(item: unknown) => ({ ...(item as object), is: (item as { was: string }).was }),
		(item: unknown) => ({ ...(item as object), digit: (item as { is: string }).is }),
	];
	expect(readCorrections({ version: 1, kept: [{ ...old, was: digit }] }, upgrades)).toEqual([correction]);
	expect(readCorrections({ version: 2, kept: [{ ...old, is: digit }] }, upgrades)).toEqual([correction]);
	expect(readCorrections({ version: 9, kept: [{ ...correction, more: 1 }] }, upgrades)).toEqual([correction]);
});

it("leave the browser as JSON, with the pixels that MNIST would have", () => {
	const [one] = JSON.parse(correctionsToJson([correction]));
	expect(one).toMatchObject({ time: "1970-01-01T00:00:01.000Z", digit: 7, read: 1 });
	expect(one.pixels).toHaveLength(28);
	expect(one.pixels.flat()).toHaveLength(784);
	expect(one.pixels[1][1]).toBe(255);
	expect(correctionsToJson([])).toBe("[]\n");
});
