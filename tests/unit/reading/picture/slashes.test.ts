import { expect, test } from "vitest";
import { blobOf } from "../../../../lib/image/components.ts";
import { withoutSlashes } from "../../../../lib/reading/picture/slashes.ts";

/** A stroke 4 px wide from `top` to `bottom` that leans to the left as it goes down. */
const stroke = (x: number, top: number, bottom: number, lean: number) => ({
	blob: blobOf(
		Array.from({ length: bottom - top }, (_, i) => {
			const left = Math.round(x - lean * i);
			return [top + i, left, left + 4] as const;
		}),
	),
	verdict: { probabilities: new Float32Array(10).fill(0.1) },
});
const isRead = (...characters: ReturnType<typeof stroke>[]) =>
	withoutSlashes(characters).map(({ verdict }) => !("refusal" in verdict));

const digit = (x: number) => stroke(x, 10, 50, 0);

test("a leaning stroke between digits that is higher than all of them is a slash", () => {
	expect(isRead(digit(0), stroke(50, 5, 55, 0.5), digit(70))).toEqual([true, false, true]);
});

test("one that is no higher, that is upright, or that has no digit behind it is a 1", () => {
	expect(isRead(digit(0), stroke(50, 10, 50, 0.5), digit(70))).toEqual([true, true, true]);
	expect(isRead(digit(0), stroke(50, 5, 55, 0), digit(70))).toEqual([true, true, true]);
	expect(isRead(digit(0), stroke(50, 5, 55, 0.5))).toEqual([true, true]);
});
