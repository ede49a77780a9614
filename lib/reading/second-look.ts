import { GLYPH_CENTRE, GLYPH_SIDE, GLYPH_SIZE, type Glyph } from "../glyph.ts";
import { softmax } from "../models/calibration.ts";
import type { Classify, Verdict } from "../models/verdict.ts";

/** A less probable digit is in doubt: one of forty digits of MNIST, among them four of five that are read wrong. */
const DOUBT = 0.98;
/** How far the glyph is slanted each way: pixels to the side for every pixel up. */
const SLANT = 0.12;
/** What no look rules out. */
const LEAST = 1e-6;

/**
 * What is read as a digit that stands alone, looked at again where the model is in doubt: slanted a little to either
 * side, as other hands would have it. Which digit it is, is the geometric mean of the three looks (a logarithmic
 * opinion pool: Genest & Zidek 1986); whether it is one, is the first look's word.
 */
export async function lookAgain(glyph: Glyph, verdict: Verdict, classify: Classify): Promise<Verdict> {
	const { probabilities, refusal } = verdict;
	if (refusal || Math.max(...probabilities) >= DOUBT) return verdict;
	const others = await classify([slanted(glyph, SLANT), slanted(glyph, -SLANT)]);
	const looks = [verdict, ...others];
	const pooled = softmax(
		probabilities.map((_, digit) => meanLog(looks.map((look) => look.probabilities[digit]))),
	);
	const isDigit = probabilities.reduce((sum, p) => sum + p, 0);
	return { ...verdict, probabilities: pooled.map((p) => p * isDigit) };
}

const meanLog = (values: readonly number[]) =>
	values.reduce((sum, value) => sum + Math.log(value + LEAST), 0) / values.length;

/** The glyph with every row moved to the side, the more the further it is from the centre. */
function slanted(glyph: Glyph, slant: number): Glyph {
	const moved = new Float32Array(GLYPH_SIZE);
	for (let y = 0; y < GLYPH_SIDE; y++) {
		const shift = slant * (GLYPH_CENTRE - (y + 0.5));
		const whole = Math.floor(shift);
		for (let x = 0; x < GLYPH_SIDE; x++) {
			const inRow = (at: number) => (at >= 0 && at < GLYPH_SIDE ? glyph[y * GLYPH_SIDE + at] : 0);
			const share = shift - whole;
			moved[y * GLYPH_SIDE + x] = (1 - share) * inRow(x - whole) + share * inRow(x - whole - 1);
		}
	}
	return moved;
}
