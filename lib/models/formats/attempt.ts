import type { Glyph } from "../../glyph.ts";
import { crossEntropy } from "../calibration.ts";
import type { InputConvention, Range } from "../input.ts";
import type { Look } from "./look.ts";

/** Digits whose truth is known. */
export interface LabelledGlyphs {
	readonly glyphs: readonly Glyph[];
	readonly labels: readonly number[];
}

/** How a network reads known digits when it sees them in one way. */
export interface Attempt {
	readonly convention: InputConvention;
	readonly digits: number;
	readonly right: number;
	/** Mean cross-entropy: of several ways that read alike it tells the one that was trained. */
	readonly loss: number;
}

export function attempt(
	look: Look,
	{ glyphs, labels }: LabelledGlyphs,
	convention: InputConvention,
): Attempt {
	const logits = look(glyphs, convention);
	const classes = logits.length / glyphs.length;
	let right = 0;
	glyphs.forEach((_, i) => {
		const row = logits.subarray(i * classes, (i + 1) * classes);
		if (row.indexOf(row.reduce((a, b) => Math.max(a, b))) === labels[i]) right++;
	});
	const loss = crossEntropy(logits, labels);
	return { convention, digits: glyphs.length, right, loss: Number.isFinite(loss) ? loss : Number.MAX_VALUE };
}

export const shareOf = ({ right, digits }: Attempt): number => right / digits;

/** How seldom models are made for a way of seeing: an unusual one must read that much better. */
const UNLIKELY: Readonly<Record<Range, number>> = {
	"0-1": 1,
	"0-255": 1.1,
	standard: 1.5,
	"-1-1": 2.5,
	binary: 2.5,
	centred: 3,
	columns: 2.5,
};

const weighed = ({ loss, convention: { range, inverted, fit } }: Attempt): number =>
	loss * UNLIKELY[range] * (inverted ? 2.5 : 1) * (fit === "resize" ? 4 : 1);

/**
 * The better of two attempts comes first: where one reads far worse the other, else by their loss. A wrong range can
 * read as many digits right as the true one, but then it is sure of its mistakes.
 */
export function better(a: Attempt, b: Attempt): number {
	const gap = shareOf(b) - shareOf(a);
	return Math.abs(gap) > 0.03 && Math.max(shareOf(a), shareOf(b)) > 0.5 ? gap : weighed(a) - weighed(b);
}
