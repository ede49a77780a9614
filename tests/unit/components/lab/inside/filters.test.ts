import { expect, test } from "vitest";
import { filtersOfFirst, slicesOf } from "../../../../../components/lab/inside/filters.ts";

test("a filter's slices and all filters at the first input", () => {
	// [height 1, width 2, in 2, out 3]; the value names its place: width, in, out.
	const kernel = Float32Array.of(0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112);
	expect([...filtersOfFirst(kernel, [1, 2, 2, 3])]).toEqual([0, 1, 2, 100, 101, 102]);
	expect([...slicesOf(kernel, [1, 2, 2, 3], 1)]).toEqual([1, 11, 101, 111]);
});
