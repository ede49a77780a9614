import { expect, test, vi } from "vitest";
import type { Pixels } from "../../../lib/image/pixels.ts";
import { lookAgain } from "../../../lib/reading/look-again.ts";
import type { Reading } from "../../../lib/reading/reading.ts";
import { paint } from "../image/drawing.ts";

const picture = paint(40, 20, () => [230, 230, 230]);

function reading(text: string, confidence: number, rejected = 0): Reading {
	const box = { x: 1, y: 2, width: 3, height: 4 };
	return {
		text,
		digits: [...text].map((digit) => ({ digit, confidence, alternatives: [], box, line: 0, glyph: "" })),
		rejected: Array.from({ length: rejected }, () => ({
			box,
			reason: "not-a-digit" as const,
			best: "1",
			confidence: 0.1,
		})),
	};
}

test("a reading that is not hopeless is the reading", async () => {
	const read = vi.fn();
	const first = reading("12", 0.9, 1);
	expect(await lookAgain(picture, first, read)).toBe(first);
	expect(read).not.toHaveBeenCalled();
});

test("what is far better turned is read turned, its boxes where they are in the picture", async () => {
	const read = async ({ width, data }: Pixels) =>
		width === 20 && data.length > 0 ? reading("1246", 0.99) : reading("7", 0.3, 5);
	const found = await lookAgain(picture, reading("9", 0.3, 5), read);
	expect(found.text).toBe("1246");
	expect(found.turned).toBe(90);
	expect(found.digits[0].box).toEqual({ x: 2, y: 16, width: 4, height: 3 });
});

test("a letter is not turned until it is a digit", async () => {
	const first = reading("", 0, 1);
	expect(await lookAgain(picture, first, async () => reading("6", 0.99))).toBe(first);
});
