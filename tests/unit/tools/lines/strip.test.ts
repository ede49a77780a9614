import { expect, it } from "vitest";
import { GLYPH_SIDE } from "../../../../lib/glyph.ts";
import { frameCentre, frameCount, STRIP_HEIGHT } from "../../../../lib/models/line-strip.ts";
import { IGNORED } from "../../../../lib/models/training/loss.ts";
import { createRandom } from "../../../../tools/random.ts";
import { composeStrip, NOTHING } from "../../../../tools/training/lines/strip.ts";
import type { Ingredient } from "../../../../tools/training/sources/ingredients.ts";

/** A box 20 px high and 10 wide, called 3. */
const box: Ingredient = {
	size: 1,
	draw(_, __, into) {
		into.fill(0);
		for (let y = 4; y < 24; y++) into.fill(1, y * GLYPH_SIDE + 9, y * GLYPH_SIDE + 19);
		return 3;
	},
};
const other: Ingredient = {
	size: 1,
	draw(index, random, into) {
		box.draw(index, random, into);
		return 10;
	},
};

const WIDTH = 128;
const FRAMES = frameCount(WIDTH);

function compose(seed: number) {
	const pixels = new Float32Array(STRIP_HEIGHT * WIDTH).fill(9);
	const labels = new Uint8Array(FRAMES).fill(99);
	composeStrip(
		{ digits: [{ digits: box, zeros: box }], others: [other] },
		WIDTH,
		createRandom(seed),
		pixels,
		labels,
	);
	return { pixels, labels };
}

it("is the same again for the same seed, and another for another", () => {
	expect(compose(1)).toEqual(compose(1));
	expect(compose(1).pixels).not.toEqual(compose(2).pixels);
});

it("has ink between 0 and 1, and a label for every frame", () => {
	for (let seed = 0; seed < 50; seed++) {
		const { pixels, labels } = compose(seed);
		expect(pixels.every((ink) => ink >= 0 && ink <= 1)).toBe(true);
		expect([...labels].every((label) => [3, 10, NOTHING, IGNORED].includes(label))).toBe(true);
	}
});

it("names a character at the frame that it stands in, and nothing where there is no ink", () => {
	const inkOfDigits: number[] = [];
	for (let seed = 0; seed < 100; seed++) {
		const { pixels, labels } = compose(seed);
		for (const [frame, label] of labels.entries()) {
			const middle = Math.floor(frameCentre(frame));
			const columns = [middle - 2, middle - 1, middle, middle + 1, middle + 2];
			const ink = columns.reduce(
				(sum, x) =>
					sum +
					Array.from({ length: STRIP_HEIGHT }, (_, y) => pixels[y * WIDTH + x] ?? 0).reduce((a, b) => a + b),
				0,
			);
			if (label === 3) inkOfDigits.push(ink);
		}
	}
	expect(inkOfDigits.length).toBeGreaterThan(100);
	expect(Math.min(...inkOfDigits)).toBeGreaterThan(10);
});
