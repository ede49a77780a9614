import { expect, test } from "vitest";
import { turned, turnedBack, turnedGlyph } from "../../../lib/image/turn.ts";
import { paint } from "./drawing.ts";

const picture = paint(5, 3, (x, y) => [50 * x, 100 * y, 7]);

test.each([1, 2, 3] as const)(
	"%i quarters of a turn move every pixel, and a box moves back to it",
	(quarters) => {
		const other = turned(picture, quarters);
		for (let y = 0; y < other.height; y++) {
			for (let x = 0; x < other.width; x++) {
				const back = turnedBack({ x, y, width: 1, height: 1 }, quarters, picture);
				expect([back.width, back.height]).toEqual([1, 1]);
				const [from, to] = [4 * (back.y * picture.width + back.x), 4 * (y * other.width + x)];
				expect(other.data.slice(to, to + 4)).toEqual(picture.data.slice(from, from + 4));
			}
		}
	},
);

test("a quarter of a turn is clockwise", () => {
	const other = turned(picture, 1);
	expect([other.width, other.height]).toEqual([3, 5]);
	// The lower left corner comes to the upper left.
	expect([...other.data.slice(0, 3)]).toEqual([0, 200, 7]);
});

test("a glyph turns as a picture does", () => {
	const glyph = Float32Array.from({ length: 784 }, (_, i) => i);
	const seen = paint(28, 28, (x, y) => [x, y, 0]);
	for (const quarters of [1, 2, 3] as const) {
		const { data } = turned(seen, quarters);
		expect([...turnedGlyph(glyph, quarters)]).toEqual(
			Array.from({ length: 784 }, (_, i) => data[4 * i] + 28 * data[4 * i + 1]),
		);
	}
	expect(turnedGlyph(glyph, 0)).toEqual(glyph);
});
