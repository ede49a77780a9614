import { expect, test } from "vitest";
import { nearest } from "../../../lib/lab/nearest.ts";

test("the rows of the same direction come first, however long they are", () => {
	const rows = Float32Array.of(0, 1, 30, 0, 1, 1, -1, 0, 0, 0);
	const found = nearest(Float32Array.of(2, 0), rows, 4);
	expect(found.map(({ index }) => index)).toEqual([1, 2, 0, 4]);
	expect(found[0].likeness).toBeCloseTo(1);
	expect(found[1].likeness).toBeCloseTo(Math.SQRT1_2);
	expect(found[2].likeness).toBe(0);
});
