import type { Glyph } from "../glyph.ts";
import { softmax } from "../models/calibration.ts";
import type { Classify, Verdict } from "../models/verdict.ts";
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

/**
 * What is read as a digit that stands alone, looked at again where the model is in doubt: slanted and turned a
 * little to either side. Which digit it is, is the geometric mean of all looks (a logarithmic opinion pool: Genest &
 * Zidek 1986); whether it is one, is the first look's word.
 */
export async function lookAgain(glyph: Glyph, verdict: Verdict, classify: Classify): Promise<Verdict> {
	const { probabilities, refusal } = verdict;
	if (refusal || Math.max(...probabilities) >= DOUBT) return verdict;
	const others = await classify(LOOKS.map((linear) => movedGlyph(glyph, linear)));
	const looks = [verdict, ...others];
	const pooled = softmax(
		probabilities.map((_, digit) => meanLog(looks.map((look) => look.probabilities[digit]))),
	);
	const isDigit = probabilities.reduce((sum, p) => sum + p, 0);
	return { ...verdict, probabilities: pooled.map((p) => p * isDigit) };
}

const meanLog = (values: readonly number[]) =>
	values.reduce((sum, value) => sum + Math.log(value + LEAST), 0) / values.length;
