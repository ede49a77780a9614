import { inkBounds, type Stroke } from "../../lib/ink/stroke.ts";
import { loadPendigits } from "../data/pen-digits.ts";
import { between, createRandom, pick } from "../random.ts";

/** A number as a pen writes it on the pad. */
export interface InkNumber {
	readonly text: string;
	readonly strokes: readonly Stroke[];
}

/** Numbers of two to five digits, each by one of the writers who trained nothing; always the same. */
export async function inkNumbers(count: number): Promise<InkNumber[]> {
	const { heldOut } = await loadPendigits();
	const random = createRandom(11);
	return Array.from({ length: count }, () => {
		const { writer } = pick(random, heldOut);
		const own = heldOut.filter((digit) => digit.writer === writer);
		const digits = Array.from({ length: 2 + Math.floor(4 * random()) }, () => pick(random, own));
		let left = 0;
		const strokes = digits.flatMap((digit) => {
			const { x, y, width, height } = inkBounds(digit.strokes);
			// A 1 may be as flat as a dash is: its height counts as that of the others.
			const scale = between(random, 90, 110) / Math.max(height, 0.6);
			const start = left;
			left += width * scale + between(random, 8, 45);
			return digit.strokes.map((stroke) =>
				stroke.map(([px, py]) => [start + (px - x) * scale, (py - y - height) * scale] as const),
			);
		});
		return { text: digits.map(({ label }) => label).join(""), strokes };
	});
}
