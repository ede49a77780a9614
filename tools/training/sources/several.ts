import { cropInk, inkBox } from "../../../lib/image/normalise.ts";
import type { InkMap } from "../../../lib/image/pixels.ts";
import { inkBounds, type Stroke } from "../../../lib/ink/stroke.ts";
import { sampleBilinear } from "../../../lib/moved-glyph.ts";
import { between, type Random } from "../../random.ts";

/** How the next character stands to the one before, in units of the height of a digit. */
interface Placement {
	readonly gap: number;
	readonly drop: number;
	readonly stacked: boolean;
}

/**
 * Side by side, from overlapping a little to far apart; now and then one above the other, never touching
 * there, since two stacked zeros that touch are an eight.
 */
function place(narrower: number, random: Random): Placement {
	const stacked = random() < 0.08;
	const apart = random() < 0.3 ? between(random, 0.1, 1) : between(random, -0.25 * narrower, 0.12);
	return { gap: stacked ? between(random, 0.15, 0.5) : apart, drop: between(random, -0.15, 0.15), stacked };
}

/** Pictures of characters set together in one; `squeeze` < 1 makes the whole narrower. */
export function joinInk(inks: readonly InkMap[], squeeze: number, random: Random): InkMap {
	const crops = inks.map((ink) => cropInk(ink, inkBox(ink)!));
	const unit = Math.max(...crops.map(({ height }) => height));
	let [x, y] = [0, 0];
	const placed = crops.map((crop, i) => {
		if (i > 0) {
			const before = crops[i - 1];
			const { gap, drop, stacked } = place(Math.min(before.width, crop.width) / unit, random);
			if (stacked) y += before.height + Math.round(gap * unit);
			else [x, y] = [x + before.width + Math.round(gap * unit), y + Math.round(drop * unit)];
		}
		return { crop, x, y };
	});
	const left = Math.min(...placed.map(({ x }) => x));
	const top = Math.min(...placed.map(({ y }) => y));
	const width = Math.max(...placed.map(({ x, crop }) => x + crop.width)) - left;
	const height = Math.max(...placed.map(({ y, crop }) => y + crop.height)) - top;
	const narrow = Math.ceil(width * squeeze);
	const data = new Float32Array(narrow * height);
	for (const { crop, x, y } of placed) {
		for (let row = 0; row < crop.height; row++) {
			for (let column = 0; column < narrow; column++) {
				const at = (column + 0.5) / squeeze - 0.5 - (x - left);
				const i = (row + y - top) * narrow + column;
				data[i] = Math.max(data[i], sampleBilinear(crop.data, crop.width, crop.height, at, row));
			}
		}
	}
	return { width: narrow, height, data };
}

/** Strokes of characters set together as one writing. */
export function joinStrokes(characters: readonly (readonly Stroke[])[], random: Random): Stroke[] {
	let [x, y] = [0, 0];
	let widthBefore = 0;
	return characters.flatMap((strokes, i) => {
		const bounds = inkBounds(strokes);
		const unit = bounds.height || bounds.width || 1;
		const width = bounds.width / unit;
		if (i > 0) {
			const { gap, drop, stacked } = place(Math.min(widthBefore, width), random);
			if (stacked) y += 1 + gap;
			else [x, y] = [x + widthBefore + Math.max(gap, 0.02), y + drop];
		}
		widthBefore = width;
		const [left, top] = [x, y];
		return strokes.map((stroke) =>
			stroke.map(([px, py]) => [(px - bounds.x) / unit + left, (py - bounds.y) / unit + top] as const),
		);
	});
}
