import { fitTemperature, softmax } from "../../lib/models/calibration.ts";
import { type Decision, PLAIN_DECISION } from "../../lib/models/judging.ts";
import { DIGITS } from "../../lib/models/outputs.ts";
import type { DigitSet } from "../data/digit-set.ts";

/** Digits that trained nothing. */
export interface RefusalDigits {
	readonly digits: DigitSet;
	/** Share of the rightly named ones that may be refused. */
	readonly budget: number;
}

/** The logits (count x classes) of digits, and what they are. */
export interface LabelledLogits {
	readonly logits: Float32Array;
	readonly labels: ArrayLike<number>;
}

/** The value that all but the `share` largest are at most; 0 of an empty list. */
function upperQuantile(values: number[], share: number): number {
	const sorted = values.toSorted((a, b) => b - a);
	return sorted[Math.floor(share * sorted.length)] ?? 0;
}

/**
 * Fits temperature and refusal: the validation digits' confidence is calibrated, and the refusal is as strict as
 * the budget of every set of digits allows, half of it for each kind of refusal. Without such sets a glyph is
 * refused only when it is blank.
 */
export function fitDecision(
	validation: LabelledLogits,
	refusal: readonly (LabelledLogits & { readonly budget: number })[],
): Decision {
	const temperature = fitTemperature(validation.logits, validation.labels);
	if (refusal.length === 0) return { ...PLAIN_DECISION, temperature };
	const limits = refusal.map(({ logits, labels, budget }) => {
		const classes = logits.length / labels.length;
		const rows = Array.from(labels, (label, i) => ({
			label,
			row: softmax(logits.subarray(i * classes, (i + 1) * classes), temperature),
		})).filter(({ label, row }) => Math.max(...row.subarray(0, DIGITS)) === row[label]);
		const extra = rows.map(({ row }) => row.subarray(DIGITS).reduce((sum, p) => sum + p, 0));
		const doubt = rows.map(({ label, row }) => 1 - row[label]);
		return { extra: upperQuantile(extra, budget / 2), doubt: upperQuantile(doubt, budget / 2) };
	});
	return {
		temperature,
		refuseAbove: Math.max(...limits.map(({ extra }) => extra)),
		unsureBelow: 1 - Math.max(...limits.map(({ doubt }) => doubt)),
	};
}
