import { expect, test } from "vitest";
import { placeLabels } from "../../../../../components/lab/model/place-labels.ts";

const circle = (x: number, y: number, name = "model") => ({ x, y, radius: 5, name });

test("a name stands to the right of its circle where there is room", () => {
	expect(placeLabels([circle(50, 50)])).toEqual([{ x: 59, y: 50 }]);
});

test("names move away from circles and from each other", () => {
	const [first, second, third] = placeLabels([circle(100, 50), circle(120, 50), circle(122, 62)]);
	// Its right is the second circle's place.
	expect(first.x).toBeLessThan(100 - 5);
	expect(second).toEqual({ x: 129, y: 50 });
	expect(Math.abs(third.y - second.y) >= 13 || third.x >= second.x + 33).toBe(true);
});

test("a name to the left of its circle ends before it, in a wide type too", () => {
	// Of DejaVu Sans, 12 pixels: eight characters, 58 pixels.
	const [first] = placeLabels([circle(100, 50, "CNN 3x32"), circle(120, 50)]);
	expect(first.x + 58).toBeLessThan(100 - 5);
});

test("where nothing is free a name stays to the right", () => {
	const crowd = Array.from({ length: 400 }, (_, i) => circle((i % 20) * 6, Math.floor(i / 20) * 6));
	expect(placeLabels(crowd)[210].x).toBe(crowd[210].x + 9);
});
