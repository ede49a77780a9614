import { expect, test } from "vitest";
import { blobOf, type Run } from "../../../lib/image/components.ts";
import { findWriting } from "../../../lib/image/writing.ts";

/** Digits of a page, 20 px high, so many a row. */
const digits = (rows: number, columns: number, width = 12, height = 20) =>
	Array.from({ length: rows * columns }, (_, i) => {
		const [x, y] = [(i % columns) * 24, Math.floor(i / columns) * 40];
		return blobOf(Array.from({ length: height }, (_, k): Run => [y + k, x, x + width]));
	});

test("a page of more digits than can be looked at is not read in part, as if there were no others", () => {
	const page = findWriting(digits(20, 40));
	expect(page.lines.flat()).toHaveLength(800);
	expect(page.isTooMuch).toBeUndefined();
	const book = findWriting(digits(40, 40));
	expect(book.lines).toEqual([]);
	expect(book.isTooMuch).toBe(true);
});

test("underlines do not tell how large digits are", () => {
	const underline = (y: number) => blobOf(Array.from({ length: 3 }, (_, k): Run => [y + k, 0, 60]));
	expect(findWriting([...digits(1, 1), underline(25), underline(31)]).scale.height).toBe(20);
	expect(findWriting([underline(25)]).scale.height).toBe(3);
});

test("of digits among hundreds of specks only some of the specks are left out", () => {
	const specks = digits(40, 40, 2, 2).map((speck) => ({
		...speck,
		box: { ...speck.box, y: speck.box.y + 2000 },
	}));
	const { lines, isTooMuch } = findWriting([...digits(3, 10), ...specks]);
	expect(isTooMuch).toBeUndefined();
	expect(lines.flat().filter(({ box }) => box.height === 20)).toHaveLength(30);
});
