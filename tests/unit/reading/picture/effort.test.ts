import { expect, test } from "vitest";
import { affordable } from "../../../../lib/reading/picture/effort.ts";

test("what can be done is done in its order, a cheap work also after one that is too dear", () => {
	expect(affordable([3, 9, 4, 2, 1], (cost) => cost, { left: 9 })).toEqual([3, 4, 2]);
});
