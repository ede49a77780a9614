import { softmax } from "./calibration.ts";
import { DIGITS, EXTRA_OUTPUTS } from "./outputs.ts";
import type { Refusal, Verdict } from "./verdict.ts";

/** How a model's outputs become a verdict; fitted on validation digits and kept with the model. */
export interface Decision {
	/** Divides the logits before the softmax (Guo et al. 2017, "On Calibration of Modern Neural Networks"). */
	readonly temperature: number;
	/** The probability of all extra classes together above which a glyph is refused; 1 = never. */
	readonly refuseAbove: number;
	/** The probability of the best digit below which the model names none; 0 = never. */
	readonly unsureBelow: number;
}

/** Of a model with nothing fitted: it refuses only a blank glyph. */
export const PLAIN_DECISION: Decision = { temperature: 1, refuseAbove: 1, unsureBelow: 0 };

function refusalOf(
	glyph: Float32Array,
	probabilities: Float32Array,
	decision: Decision,
): Refusal | undefined {
	if (glyph.every((ink) => ink === 0)) return "blank";
	const extra = probabilities.subarray(DIGITS);
	if (extra.reduce((sum, p) => sum + p, 0) > decision.refuseAbove)
		return EXTRA_OUTPUTS[extra.indexOf(Math.max(...extra))];
	return Math.max(...probabilities.subarray(0, DIGITS)) < decision.unsureBelow ? "unsure" : undefined;
}

/** The verdict on a glyph from the network's logits: ten digits, then the extra classes where it has them. */
export function judge(glyph: Float32Array, logits: Float32Array, decision: Decision): Verdict {
	const probabilities = softmax(logits, decision.temperature);
	const refusal = refusalOf(glyph, probabilities, decision);
	return { probabilities: probabilities.slice(0, DIGITS), ...(refusal && { refusal }) };
}
