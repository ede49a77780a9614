import { inkBounds, type Stroke } from "../../lib/ink/stroke.ts";
import type { PenDigit } from "../data/pen-digits.ts";
import { between, createRandom, pick, type Random } from "../training/augmentation/random.ts";

/** Ink as one would write it on the pad, and what it says. */
export interface InkSample {
	readonly strokes: readonly Stroke[];
	readonly text: string;
}

/** Height of a digit on the pad, CSS pixels. */
const HEIGHT = 90;

/** Gaps between the boxes of neighbours, from overlapping to wide, as shares of the height. */
const GAPS = [-0.08, 0.5] as const;

/**
 * Numbers of 1 to 6 digits of one writer each, now and then in two rows, written with gaps of every width and
 * sizes that vary a little.
 */
export function composeInk(digits: readonly PenDigit[], count: number, seed: number): InkSample[] {
	const random = createRandom(seed);
	const writers = [...new Set(digits.map(({ writer }) => writer))];
	return Array.from({ length: count }, () => {
		const writer = pick(random, writers);
		const own = digits.filter((digit) => digit.writer === writer);
		const rows = random() < 0.2 ? 2 : 1;
		const lines = Array.from({ length: rows }, (_, row) => composeRow(random, own, row * 1.5 * HEIGHT));
		return {
			strokes: lines.flatMap(({ strokes }) => strokes),
			text: lines.map(({ text }) => text).join("\n"),
		};
	});
}

function composeRow(random: Random, digits: readonly PenDigit[], top: number): InkSample {
	const gap = between(random, ...GAPS) * HEIGHT;
	const chosen = Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(random, digits));
	let right = 0;
	const strokes = chosen.flatMap((digit) => {
		const bounds = inkBounds(digit.strokes);
		const scale = HEIGHT * between(random, 0.85, 1.15);
		const shiftX = right - bounds.x * scale;
		const shiftY = top + between(random, -0.08, 0.08) * HEIGHT - bounds.y * scale;
		right += bounds.width * scale + gap;
		return digit.strokes.map((stroke) =>
			stroke.map(([x, y]) => [x * scale + shiftX, y * scale + shiftY] as const),
		);
	});
	return { strokes, text: chosen.map(({ label }) => label).join("") };
}
