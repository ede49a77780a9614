import { expect, test } from "vitest";
import { GLYPH_SIDE, GLYPH_SIZE, type Glyph } from "../../../lib/glyph.ts";
import type { Classify, Verdict } from "../../../lib/models/verdict.ts";
import { lookAgain } from "../../../lib/reading/second-look.ts";

/** An upright bar in the middle. */
const bar = Float32Array.from({ length: GLYPH_SIZE }, (_, i) => {
	const [x, y] = [i % GLYPH_SIDE, Math.floor(i / GLYPH_SIDE)];
	return (x === 13 || x === 14) && y >= 4 && y < 24 ? 1 : 0;
});

/** `digits` with their probabilities, the rest among the others. */
function verdictOf(digits: Readonly<Record<number, number>>): Verdict {
	return { probabilities: Float32Array.from({ length: 10 }, (_, digit) => digits[digit] ?? 0.001) };
}

function listening(answer: Verdict) {
	const seen: Glyph[] = [];
	const classify: Classify = async (glyphs) => {
		seen.push(...glyphs);
		return glyphs.map(() => answer);
	};
	return { seen, classify };
}

const best = ({ probabilities }: Verdict) => probabilities.indexOf(Math.max(...probabilities));
const sum = ({ probabilities }: Verdict) => probabilities.reduce((total, p) => total + p, 0);
/** Mean x of a row's ink. */
const middleOf = (glyph: Glyph, y: number) => {
	const row = glyph.subarray(y * GLYPH_SIDE, (y + 1) * GLYPH_SIDE);
	return row.reduce((total, ink, x) => total + ink * x, 0) / row.reduce((total, ink) => total + ink, 0);
};

test("a digit in doubt is looked at slanted and turned to either side, and is what all looks together say", async () => {
	const { seen, classify } = listening(verdictOf({ 7: 0.9, 1: 0.05 }));
	const verdict = await lookAgain(bar, verdictOf({ 1: 0.5, 7: 0.4 }), { classify });
	expect(best(verdict)).toBe(7);
	expect(seen).toHaveLength(4);
	const leans = seen.map((glyph) => middleOf(glyph, 5) - middleOf(glyph, 22));
	const expected = [0.12, -0.12, Math.tan(Math.PI / 30), -Math.tan(Math.PI / 30)];
	expected.forEach((lean, i) => {
		expect(leans[i]).toBeCloseTo(lean * 17, 1);
	});
});

test("how surely it is a digit is the mean of all looks", async () => {
	const [first, other] = [verdictOf({ 1: 0.5, 7: 0.1 }), verdictOf({ 1: 0.95 })];
	const verdict = await lookAgain(bar, first, listening(other));
	expect(sum(verdict)).toBeCloseTo((sum(first) + 4 * sum(other)) / 5, 5);
});

test("what the first look refuses is read where no other look does", async () => {
	const refused: Verdict = { ...verdictOf({ 1: 0.2 }), refusal: "not-a-digit" };
	const read = await lookAgain(bar, refused, listening(verdictOf({ 1: 0.9 })));
	expect([best(read), read.refusal]).toEqual([1, undefined]);

	const second = listening(verdictOf({ 7: 0.9 }));
	const looks = async (glyphs: readonly Glyph[]) =>
		glyphs.map((_, i) => (i === 2 ? refused : verdictOf({ 1: 0.9 })));
	expect(await lookAgain(bar, refused, { classify: looks, secondOpinion: second.classify })).toBe(refused);
	expect(second.seen).toEqual([]);
});

test("blank paper is looked at once", async () => {
	const blank: Verdict = { ...verdictOf({}), refusal: "blank" };
	const { seen, classify } = listening(verdictOf({ 1: 0.9 }));
	expect(await lookAgain(bar, blank, { classify })).toBe(blank);
	expect(seen).toEqual([]);
});

test("what is sure is looked at once", async () => {
	const { seen, classify } = listening(verdictOf({ 1: 0.1 }));
	const sure = verdictOf({ 7: 0.985 });
	expect(await lookAgain(bar, sure, { classify })).toBe(sure);
	expect(seen).toEqual([]);
});

test("a companion that errs on other digits sees the same looks and counts for less", async () => {
	const own = verdictOf({ 7: 0.5, 1: 0.4 });
	const second = listening(verdictOf({ 1: 0.9, 7: 0.05 }));
	const model = { ...listening(own), secondOpinion: second.classify };
	const verdict = await lookAgain(bar, own, model);
	expect(best(verdict)).toBe(1);
	expect(second.seen).toHaveLength(5);
	expect(second.seen[0]).toBe(bar);
	// Logarithms of odds are added: 0.7 of one opinion and 0.3 of the other.
	const odds = Math.log(verdict.probabilities[1] / verdict.probabilities[7]);
	expect(odds).toBeCloseTo(0.7 * Math.log(0.4 / 0.5) + 0.3 * Math.log(0.9 / 0.05), 3);
	expect(sum(verdict)).toBeCloseTo(sum(own), 5);
});
