import { expect, it } from "vitest";
import { carry, enclosing, intersect } from "../../lib/geometry.ts";

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

it("finds what two rectangles share", () => {
	expect(intersect(box(0, 0, 10, 10), box(5, 6, 10, 10))).toEqual(box(5, 6, 5, 4));
	expect(intersect(box(0, 0, 10, 10), box(20, 0, 5, 5))).toMatchObject({ width: 0 });
});

it("carries a rectangle from pixels of a picture to its place on the page, and back", () => {
	const pixels = box(0, 0, 400, 200);
	const place = box(30, 40, 100, 100);
	const part = box(100, 50, 40, 20);
	expect(carry(part, pixels, place)).toEqual(box(55, 65, 10, 10));
	expect(carry(carry(part, pixels, place), place, pixels)).toEqual(part);
});

it("finds what surrounds rectangles", () => {
	expect(enclosing([box(5, 6, 10, 10), box(0, 9, 2, 20)])).toEqual(box(0, 6, 15, 23));
	expect(enclosing([])).toBeNull();
});
