import type { Pixels } from "../../lib/image/pixels.ts";
import { type DigitSet, pictureOf } from "../data/digit-set.ts";
import { createRandom } from "../random.ts";
import type { Part, PictureSample } from "./picture-sets.ts";

/** From overlapping to wide: pixels between the boxes of neighbours. */
const GAPS = [-3, 14] as const;

/**
 * Lines of 2 to 8 digits of a set, black on white, with gaps of every width, also negative ones, and a base
 * that is not quite straight.
 */
export function composeLines(digits: DigitSet, part: Part, count: number, seed: number): PictureSample[] {
	const next = createRandom(seed);
	return Array.from({ length: count }, (_, line) => {
		const indices = Array.from({ length: 2 + Math.floor(next() * 7) }, () =>
			Math.floor(next() * digits.labels.length),
		);
		const narrow = GAPS[0] + next() * (GAPS[1] - GAPS[0]);
		const offsets = indices.map(() => ({ gap: Math.round(narrow + 3 * (next() - 0.5)), drop: next() * 5 }));
		const picture = compose(digits, indices, offsets);
		return {
			name: `line ${line}`,
			part,
			truth: { text: indices.map((i) => digits.labels[i]).join(""), orderStrict: true },
			load: async () => picture,
		};
	});
}

function compose(
	digits: DigitSet,
	indices: readonly number[],
	offsets: readonly { gap: number; drop: number }[],
): Pixels {
	const margin = 8;
	const width = 2 * margin + indices.length * (digits.width + Math.max(...offsets.map(({ gap }) => gap), 0));
	const height = 2 * margin + digits.height + 6;
	const data = new Uint8ClampedArray(width * height * 4).fill(255);
	let right = margin;
	for (const [i, index] of indices.entries()) {
		const picture = pictureOf(digits, index);
		const columns = inkColumns(picture, digits.width);
		const left = i === 0 ? right : Math.max(0, right + offsets[i].gap);
		const top = margin + Math.round(offsets[i].drop);
		for (let y = 0; y < digits.height; y++) {
			for (let x = columns.from; x < columns.to; x++) {
				const target = 4 * ((top + y) * width + left + x - columns.from);
				const value = Math.min(data[target], 255 - picture[y * digits.width + x]);
				data.fill(value, target, target + 3);
			}
		}
		right = left + columns.to - columns.from;
	}
	return { width, height, data };
}

function inkColumns(picture: Uint8Array, width: number): { from: number; to: number } {
	let from = width;
	let to = 0;
	picture.forEach((ink, i) => {
		if (ink < 64) return;
		from = Math.min(from, i % width);
		to = Math.max(to, (i % width) + 1);
	});
	return { from, to };
}
