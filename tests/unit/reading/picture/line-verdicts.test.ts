import { describe, expect, test } from "vitest";
import type { Refusal, Verdict } from "../../../../lib/models/verdict.ts";
import { type JudgedPiece, lineVerdicts } from "../../../../lib/reading/picture/line-verdicts.ts";

const verdict = (best: number, refusal?: Refusal): Verdict => {
	const probabilities = new Float32Array(10);
	probabilities[7] = best;
	return { probabilities, ...(refusal && { refusal }) };
};
const judgement = (best: number, refusal?: Refusal, isDigit = true, isSmall = false): JudgedPiece => ({
	height: 20,
	isDigit,
	isSign: false,
	isSmall,
	verdict: verdict(best, refusal),
});
const refusals = (...clusters: JudgedPiece[][]) => lineVerdicts(clusters).map(({ refusal }) => refusal);

describe("a piece that the model would refuse", () => {
	const sure = judgement(0.99);
	const doubtful = judgement(0.25, "not-a-digit");

	test("is read among digits, with its low confidence", () => {
		const settled = lineVerdicts([[sure, doubtful, sure]]);
		expect(settled.map(({ refusal }) => refusal)).toEqual([undefined, undefined, undefined]);
		expect(settled[1].probabilities[7]).toBeCloseTo(0.25);
	});

	test("stays refused alone and among other things that are no digits", () => {
		expect(refusals([doubtful])).toEqual(["not-a-digit"]);
		expect(refusals([sure, sure, doubtful, doubtful, doubtful])[2]).toBe("not-a-digit");
	});

	test("is believed with less where nearly all others are sure", () => {
		const faint = judgement(0.12, "not-a-digit");
		expect(refusals([sure, sure, faint, sure])[2]).toBeUndefined();
		expect(refusals([sure, faint, sure])[1]).toBe("not-a-digit");
	});

	test("stays refused when it resembles no digit at all", () => {
		expect(refusals([sure, judgement(0.05, "not-a-digit"), sure])[1]).toBe("not-a-digit");
		expect(refusals([sure, sure, judgement(0.05, "not-a-digit"), sure])[2]).toBe("not-a-digit");
	});
});

describe("what looks like a digit", () => {
	const digit = judgement(0.999);
	const letter = judgement(0, "not-a-digit");

	test("is read alone, and beside as many digits as other things", () => {
		expect(refusals([digit])).toEqual([undefined]);
		expect(refusals([digit, digit, letter])).toEqual([undefined, undefined, "not-a-digit"]);
	});

	test("is not read among letters", () => {
		expect(refusals([letter, digit, letter])).toEqual(["not-a-digit", "not-a-digit", "not-a-digit"]);
	});

	test("is not read alone when the model doubts that it is one", () => {
		expect(refusals([judgement(0.4)])).toEqual(["not-a-digit"]);
		expect(refusals([judgement(0.4), digit])).toEqual([undefined, undefined]);
	});
});

describe("what stands far away", () => {
	const digit = judgement(0.999);
	const letter = judgement(0, "not-a-digit");

	test("is no evidence against a number: a word beside it is left out alone", () => {
		expect(refusals([letter, digit, letter, letter], [digit, digit])).toEqual([
			...Array(4).fill("not-a-digit"),
			undefined,
			undefined,
		]);
	});

	test("does not make digits of a word's letters, though the line is mostly a number", () => {
		expect(refusals([letter, digit], [digit, digit, digit])).toEqual([
			"not-a-digit",
			"not-a-digit",
			undefined,
			undefined,
			undefined,
		]);
	});

	test("does not make a word of letters digits, some of which look like them", () => {
		const like = judgement(0.3, "not-a-digit");
		expect(refusals([like, digit, like], [digit, digit, digit])).toEqual([
			...Array(3).fill("not-a-digit"),
			...Array(3).fill(undefined),
		]);
	});

	test("still speaks for a doubtful digit on the line of a number", () => {
		expect(refusals([digit, digit], [judgement(0.3, "not-a-digit")], [digit])).toEqual(
			Array(4).fill(undefined),
		);
	});
});

describe("a word", () => {
	const digit = judgement(0.999);
	const small: JudgedPiece = { ...digit, height: 14 };
	const letter = judgement(0, "not-a-digit");

	test("has no digits in its middle, whatever stands behind it", () => {
		expect(refusals([letter, digit, letter], [digit, digit, digit])).toEqual([
			...Array(3).fill("not-a-digit"),
			...Array(3).fill(undefined),
		]);
		expect(refusals([letter, digit, digit, digit, digit, letter, digit])[2]).toBeUndefined();
	});

	test("has no digits that are small letters at its end", () => {
		expect(refusals([letter, letter, small, small])).toEqual(Array(4).fill("not-a-digit"));
	});

	test("is no reason to leave out a number as high as it, or one that it names", () => {
		expect(refusals([digit, digit, letter])).toEqual([undefined, undefined, "not-a-digit"]);
		expect(refusals([letter, digit, digit, digit])).toEqual(["not-a-digit", ...Array(3).fill(undefined)]);
	});
});

describe("a sign", () => {
	const digit = judgement(0.999);
	const letter = judgement(0, "not-a-digit");
	const plus: JudgedPiece = {
		...judgement(0.1, undefined, false),
		isSign: true,
		verdict: { ...verdict(0.1), sign: { is: "+", probability: 0.8 } },
	};

	test("is no digit and says nothing against the digits beside it", () => {
		const verdicts = lineVerdicts([[digit, plus, digit, plus, digit]]);
		expect(verdicts.map(({ refusal }) => refusal)).toEqual([
			undefined,
			"not-a-digit",
			undefined,
			"not-a-digit",
			undefined,
		]);
		expect(verdicts.map(({ sign }) => sign?.is)).toEqual([undefined, "+", undefined, "+", undefined]);
	});

	test("among letters is another letter", () => {
		expect(refusals([letter, plus, digit])).toEqual(Array(3).fill("not-a-digit"));
	});

	test("is not kept by what is read as a digit", () => {
		const like = {
			...judgement(0.9),
			verdict: { ...verdict(0.9), sign: { is: "+", probability: 0.1 } as const },
		};
		expect(lineVerdicts([[like, digit]]).map(({ sign }) => sign)).toEqual([undefined, undefined]);
	});
});

test("a dot is left out and says nothing against the digits beside it", () => {
	const dot = judgement(0.3, undefined, false, true);
	expect(refusals([judgement(0.9), dot, judgement(0.9), dot, dot, dot])).toEqual([
		undefined,
		"not-a-digit",
		undefined,
		"not-a-digit",
		"not-a-digit",
		"not-a-digit",
	]);
});

describe("words in cells and beside them", () => {
	const digit = judgement(0.999);
	const letter = judgement(0, "not-a-digit");
	const isRead = (pieces: JudgedPiece[], walls: { at: readonly number[]; isBeside: boolean }) =>
		lineVerdicts([pieces], walls)[0].refusal === undefined;

	test("a label beside a field is none of its digits, though most of its letters look like some", () => {
		const label = [digit, digit, digit, letter];
		expect(isRead(label, { at: [], isBeside: false })).toBe(true);
		expect(isRead(label, { at: [], isBeside: true })).toBe(false);
		expect(isRead([digit, digit], { at: [], isBeside: true })).toBe(true);
	});

	test("in a cell a third of the pieces make a word, but a blot beside a digit none", () => {
		expect(isRead([digit, digit, letter], { at: [50], isBeside: false })).toBe(false);
		expect(isRead([digit, digit, digit, digit, letter], { at: [50], isBeside: false })).toBe(true);
	});
});
