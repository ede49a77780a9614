import { expect, test } from "vitest";
import { fitted } from "../../../../components/picture/fitted.ts";

test("a picture touches two sides of its room, and stands in the middle between the others", () => {
	expect(fitted({ width: 200, height: 100 }, { width: 100, height: 100 })).toEqual({
		x: 0,
		y: 25,
		width: 100,
		height: 50,
	});
	expect(fitted({ width: 10, height: 40 }, { width: 100, height: 80 })).toEqual({
		x: 40,
		y: 0,
		width: 20,
		height: 80,
	});
});
