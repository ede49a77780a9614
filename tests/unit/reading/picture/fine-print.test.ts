import { expect, test } from "vitest";
import { blobOf } from "../../../../lib/image/components.ts";
import type { Character } from "../../../../lib/reading/picture/choose-characters.ts";
import { withoutFinePrint } from "../../../../lib/reading/picture/fine-print.ts";

const digit = (height: number, isRefused = false): Character => ({
	from: 0,
	to: 1,
	blob: blobOf(Array.from({ length: height }, (_, y) => [y, 0, 5] as const)),
	cost: 0,
	cutsThrough: [],
	glyph: new Float32Array(784),
	pathCost: 1,
	verdict: { probabilities: new Float32Array(10), ...(isRefused && { refusal: "not-a-digit" }) },
});

test("what is tiny beside the largest digit is print; a large drawing makes no print of digits", () => {
	const read = (...lines: Character[][]) =>
		withoutFinePrint(lines).map((line) => line.map(({ verdict }) => !verdict.refusal));
	expect(read([digit(12), digit(14)], [digit(300)])).toEqual([[false, false], [true]]);
	expect(read([digit(40)], [digit(300)])).toEqual([[true], [true]]);
	expect(read([digit(12)], [digit(300, true)])).toEqual([[true], [false]]);
});
