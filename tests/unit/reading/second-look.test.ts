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
	const verdict = await lookAgain(bar, verdictOf({ 1: 0.5, 7: 0.4 }), classify);
	expect(best(verdict)).toBe(7);
	expect(seen).toHaveLength(4);
	const leans = seen.map((glyph) => middleOf(glyph, 5) - middleOf(glyph, 22));
	const expected = [0.12, -0.12, Math.tan(Math.PI / 30), -Math.tan(Math.PI / 30)];
	expected.forEach((lean, i) => {
		expect(leans[i]).toBeCloseTo(lean * 17, 1);
	});
});

test("whether it is a digit is the first look's word", async () => {
	const first = verdictOf({ 1: 0.5, 7: 0.1 });
	const verdict = await lookAgain(bar, first, listening(verdictOf({ 1: 0.95 })).classify);
	expect(sum(verdict)).toBeCloseTo(sum(first), 5);
	const refused: Verdict = { ...verdictOf({ 1: 0.2 }), refusal: "not-a-digit" };
	const { seen, classify } = listening(verdictOf({ 1: 0.99 }));
	expect(await lookAgain(bar, refused, classify)).toBe(refused);
	expect(seen).toEqual([]);
});

test("what is sure is looked at once", async () => {
	const { seen, classify } = listening(verdictOf({ 1: 0.1 }));
	const sure = verdictOf({ 7: 0.985 });
	expect(await lookAgain(bar, sure, classify)).toBe(sure);
	expect(seen).toEqual([]);
});
