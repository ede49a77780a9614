import { expect, test } from "vitest";
import { OPEN } from "../../../../lib/image/candidates.ts";
import { blobOf } from "../../../../lib/image/components.ts";
import { LINE_CLASSES, NOTHING, OTHER } from "../../../../lib/models/line-strip.ts";
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

/** Frames that show these labels, each once with nothing before and after it, as surely as `p`. */
const framesOf = (labels: readonly number[], p: number) => {
	const shown = labels.flatMap((label) => [NOTHING, label]).concat(NOTHING);
	const frames = new Float32Array(shown.length * LINE_CLASSES);
	for (const [frame, label] of shown.entries()) {
		frames.fill((1 - p) / (LINE_CLASSES - 1), frame * LINE_CLASSES, (frame + 1) * LINE_CLASSES);
		frames[frame * LINE_CLASSES + label] = p;
	}
	return frames;
};

test("where the pieces leave doubt, the string decides that the line model believes", () => {
	const either = (from: number, to: number): ClassifiedCandidate => ({
		...seen(from, to, 1, 0),
		verdict: {
			probabilities: Float32Array.from({ length: 10 }, (_, i) => (i === 1 ? 0.5 : i === 7 ? 0.45 : 0)),
		},
	});
	const parts = [either(0, 1), seen(1, 2, 0, 0.99)];
	const read = (frames?: Float32Array) => {
		const [first] = chooseCharacters(line, parts, frames);
		return first.verdict.probabilities;
	};
	expect(read()[1]).toBeCloseTo(0.5);
	expect(read(framesOf([7, 0], 0.95))[7]).toBeGreaterThan(0.8);
	expect(read(framesOf([1, 0], 0.95))[1]).toBeGreaterThan(0.8);
});

test("a digit that only some of the likely strings have is in doubt, its neighbours are not", () => {
	const parts = [seen(0, 1, 1, 0.99), seen(1, 2, 0, 0.99)];
	const [first, second] = chooseCharacters(line, parts, framesOf([1, 0], 0.98)).map(({ verdict }) =>
		Math.max(...verdict.probabilities),
	);
	expect(first).toBeGreaterThan(0.99);
	expect(second).toBeGreaterThan(0.99);
	const [sure, doubted] = chooseCharacters(line, parts, framesOf([1, 6], 0.98)).map(({ verdict }) =>
		Math.max(...verdict.probabilities),
	);
	expect(doubted).toBeLessThan(sure);
});

test("a reading with as many digits as are expected is preferred, and none where that is far from likely", () => {
	const three = { ...line, pieces: [piece, piece, piece], partsOf: [3] };
	const parts = [seen(0, 1, 4, 0.99), seen(1, 2, 1, 0.99), seen(2, 3, 0, 0.99)];
	const read = (whole: number, expected?: number, frames?: Float32Array) =>
		chooseCharacters(three, [...parts, seen(1, 3, 6, whole)], frames, expected)
			.filter(({ verdict }) => !verdict.refusal)
			.map(({ verdict }) => verdict.probabilities.indexOf(Math.max(...verdict.probabilities)));
	expect(read(0.3)).toEqual([4, 1, 0]);
	expect(read(0.3, 2)).toEqual([4, 6]);
	expect(read(0.3, 2, framesOf([4, 1, 0], 0.95))).toEqual([4, 6]);
	expect(read(0.3, 3)).toEqual([4, 1, 0]);
	expect(read(0.3, 5)).toEqual([4, 1, 0]);
	expect(read(0, 2)).toEqual([4, 1, 0]);
});

test("a number that the line model shows is read whole, though one of its digits looks like none or another", () => {
	const three = { ...line, pieces: [piece, piece, piece], partsOf: [3] };
	const parts = [seen(0, 1, 5, 0.05, "not-a-digit"), seen(1, 2, 5, 0.99), seen(2, 3, 2, 0.99)];
	const read = (...labels: number[]) =>
		chooseCharacters(three, parts, framesOf(labels, 0.95))
			.filter(({ verdict }) => !verdict.refusal)
			.map(({ verdict }) => verdict.probabilities.indexOf(Math.max(...verdict.probabilities)));
	expect(read(5, 5, 2)).toEqual([5, 5, 2]);
	expect(read(5, 5, 3)).toHaveLength(3);
	expect(read(OTHER, 5, 2)).toEqual([5, 2]);
});

test("a sure digit is read though strings doubt what stands far beside it: that says nothing of its ink", () => {
	const far = blobOf(Array.from({ length: 40 }, (_, y) => [y, 200, 225] as const));
	const apart = { ...line, pieces: [piece, { ...piece, ...far, of: 1 }], partsOf: [1, 1] };
	// The letter may be a 5 or a higher digit, one as well as another.
	const like = (p: number) => Float32Array.from({ length: 10 }, (_, digit) => (digit > 4 ? p : 0));
	const letter: ClassifiedCandidate = {
		...seen(0, 1, 5, 0),
		cutsThrough: [],
		verdict: { probabilities: like(0.004), refusal: "not-a-digit" },
	};
	const digit: ClassifiedCandidate = { ...seen(1, 2, 4, 0.99), blob: far, cutsThrough: [] };
	const frames = framesOf([OTHER, 4], 0.99);
	frames.set(like(0.025), LINE_CLASSES);
	const [first, second] = chooseCharacters(apart, [letter, digit], frames);
	expect(first.verdict.refusal).toBe("not-a-digit");
	expect(second.verdict.refusal).toBeUndefined();
	expect(Math.max(...second.verdict.probabilities)).toBeLessThan(0.4);
});
