import type { Glyph } from "../glyph.ts";
import { softmax } from "../models/calibration.ts";
import type { Model, Verdict } from "../models/verdict.ts";
import { type Linear, movedGlyph } from "../moved-glyph.ts";

/** A less probable digit is in doubt: one of forty digits of MNIST, among them four of five that are read wrong. */
const DOUBT = 0.98;
/** How far the glyph is slanted each way: pixels to the side for every pixel up. */
const SLANT = 0.12;
/** How far it is turned each way, in radians: 6 degrees. */
const TURN = (6 * Math.PI) / 180;

const turning = (angle: number): Linear => [
	Math.cos(angle),
	-Math.sin(angle),
	Math.sin(angle),
	Math.cos(angle),
];
/** As other hands would have it. */
const LOOKS: readonly Linear[] = [[1, SLANT, 0, 1], [1, -SLANT, 0, 1], turning(-TURN), turning(TURN)];

/** What no look rules out. */
const LEAST = 1e-6;
/** The share of the second opinion: a network that learned from fewer hands. */
const SECOND = 0.3;

/**
 * What is read as a digit that stands alone, looked at again where the model is in doubt: slanted and turned a
 * little to either side, and shown in all these ways to its companion, which errs on other digits. Which digit it is,
 * is the weighted geometric mean of all looks (a logarithmic opinion pool: Genest & Zidek 1986); how surely it is one,
 * the mean of the model's. What the first look alone refuses is read.
 */
export async function lookAgain(
	glyph: Glyph,
	verdict: Verdict,
	{ classify, secondOpinion }: Model,
): Promise<Verdict> {
	const { refusal, ...first } = verdict;
	if (refusal === "blank" || (!refusal && Math.max(...first.probabilities) >= DOUBT)) return verdict;
	const moved = LOOKS.map((linear) => movedGlyph(glyph, linear));
	const others = await classify(moved);
	if (refusal && others.some((look) => look.refusal)) return verdict;
	const own = [verdict, ...others];
	const second = await secondOpinion?.([glyph, ...moved]);
	const pooled = softmax(
		first.probabilities.map((_, digit) =>
			second ? (1 - SECOND) * meanLog(own, digit) + SECOND * meanLog(second, digit) : meanLog(own, digit),
		),
	);
	const isDigit = mean(own.map(({ probabilities }) => probabilities.reduce((sum, p) => sum + p, 0)));
	return { ...first, probabilities: pooled.map((p) => p * isDigit) };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const meanLog = (looks: readonly Verdict[], digit: number) =>
	mean(looks.map(({ probabilities }) => Math.log(probabilities[digit] + LEAST)));
