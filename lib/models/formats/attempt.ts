import type { Glyph } from "../../glyph.ts";
import { crossEntropy } from "../calibration.ts";
import type { InputConvention, Range } from "../input.ts";
import type { Look } from "./look.ts";
import type { ModelFormat } from "./model-file.ts";

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

/** How seldom models are made for a range: an unusual one must read that much better. */
type Unlikely = Readonly<Record<Range, number>>;

/** In Keras pictures are divided by 255, or not at all. */
const OF_KERAS: Unlikely = {
	"0-1": 1,
	"0-255": 1.1,
	standard: 1.5,
	"-1-1": 2.5,
	binary: 2.5,
	centred: 3,
	columns: 2.5,
};

/** PyTorch's ToTensor gives 0 to 1; its own example and most tutorials normalise then. */
const OF_TORCH: Unlikely = {
	"0-1": 1,
	"0-255": 1.5,
	standard: 1,
	"-1-1": 1.2,
	binary: 2.5,
	centred: 2.5,
	columns: 3,
};

const FROM_TORCH: ReadonlySet<ModelFormat> = new Set(["PyTorch", "safetensors", "ONNX"]);

/**
 * How attempts with models of a format are sorted, the better first: where one reads far worse the other, else by their
 * loss. A wrong range can read as many digits right as the true one, but then it is sure of its mistakes.
 */
export function betterIn(format: ModelFormat): (a: Attempt, b: Attempt) => number {
	const unlikely = FROM_TORCH.has(format) ? OF_TORCH : OF_KERAS;
	const weighed = ({ loss, convention: { range, inverted, fit } }: Attempt): number =>
		loss * unlikely[range] * (inverted ? 2.5 : 1) * (fit === "resize" ? 4 : 1);
	return (a, b) => {
		const gap = shareOf(b) - shareOf(a);
		return Math.abs(gap) > 0.03 && Math.max(shareOf(a), shareOf(b)) > 0.5 ? gap : weighed(a) - weighed(b);
	};
}
