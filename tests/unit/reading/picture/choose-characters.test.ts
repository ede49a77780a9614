import { expect, test } from "vitest";
import { OPEN } from "../../../../lib/image/candidates.ts";
import { blobOf } from "../../../../lib/image/components.ts";
import type { Refusal } from "../../../../lib/models/verdict.ts";
import { chooseCharacters, doubtfulBlobs } from "../../../../lib/reading/picture/choose-characters.ts";
import type { ClassifiedCandidate } from "../../../../lib/reading/picture/classify-blobs.ts";

const blob = blobOf(Array.from({ length: 40 }, (_, y) => [y, 0, 25] as const));
const seen = (
	from: number,
	to: number,
	digit: number,
	p: number,
	refusal?: Refusal,
): ClassifiedCandidate => ({
	from,
	to,
	blob,
	cost: 0,
	cutsThrough: to - from < 2 ? [0] : [],
	glyph: new Float32Array(784),
	verdict: {
		probabilities: Float32Array.from({ length: 10 }, (_, i) => (i === digit ? p : 0)),
		...(refusal && { refusal }),
	},
});
const piece = { ...blob, of: 0, beyond: [[], []], isJunction: false } as const;
const line = {
	pieces: [piece, piece],
	partsOf: [2],
	scale: { height: 40, stroke: 4 },
	slant: 0,
	axis: 20,
	walls: OPEN,
};
const digitsOf = (candidates: ClassifiedCandidate[]) =>
	chooseCharacters(line, candidates).map(({ verdict }) =>
		verdict.probabilities.indexOf(Math.max(...verdict.probabilities)),
	);

test("the characters that explain a line best are chosen: parts of several digits, the whole of one", () => {
	const parts = [seen(0, 1, 1, 0.99), seen(1, 2, 0, 0.99)];
	expect(digitsOf([...parts, seen(0, 2, 6, 0.001, "several-digits")])).toEqual([1, 0]);
	expect(digitsOf([...parts, seen(0, 2, 6, 0.99)])).toEqual([6]);
});

test("a blob is doubtful when its parts are no sure digits, however sure other blobs are", () => {
	const sure = chooseCharacters(line, [seen(0, 1, 1, 0.99), seen(1, 2, 0, 0.99)]);
	const unsure = chooseCharacters(line, [seen(0, 1, 1, 0.99), seen(1, 2, 0, 0.1)]);
	expect([...doubtfulBlobs(sure)]).toEqual([]);
	expect([...doubtfulBlobs(unsure)]).toEqual([0]);
});

test("in a box of a comb one digit is preferred, though it is less sure than two", () => {
	const candidates = [seen(0, 1, 1, 0.99), seen(1, 2, 0, 0.99), seen(0, 2, 6, 0.2)];
	expect(digitsOf(candidates)).toEqual([1, 0]);
	const comb = { ...line, walls: { ...OPEN, at: [-10, 60], isComb: true } };
	expect(chooseCharacters(comb, candidates)).toHaveLength(1);
});
