import fc from "fast-check";
import { expect, test } from "vitest";
import { bestPath, type Candidate } from "../../../lib/lines/best-path.ts";

test("takes the cheapest cover", () => {
	const candidates = [
		{ from: 0, to: 1 },
		{ from: 1, to: 2 },
		{ from: 0, to: 2 },
		{ from: 2, to: 3 },
	];
	expect(bestPath(3, candidates, [1, 1, 3, 1])).toEqual([0, 1, 3]);
	expect(bestPath(3, candidates, [1, 1, 1.5, 1])).toEqual([2, 3]);
	expect(bestPath(3, candidates, [1, Number.POSITIVE_INFINITY, 9, 1])).toEqual([2, 3]);
	expect(bestPath(4, candidates, [1, 1, 1, 1])).toEqual([]);
	expect(bestPath(0, [], [])).toEqual([]);
});

test("never costs more than any other cover", () => {
	const row = fc.integer({ min: 1, max: 6 }).chain((pieces) => {
		const candidates: Candidate[] = [];
		for (let from = 0; from < pieces; from++)
			for (let to = from + 1; to <= pieces; to++) candidates.push({ from, to });
		const costs = fc.array(fc.nat(20), { minLength: candidates.length, maxLength: candidates.length });
		return costs.map((costs) => ({ pieces, candidates, costs }));
	});
	fc.assert(
		fc.property(row, ({ pieces, candidates, costs }) => {
			const total = (path: readonly number[]) => path.reduce((sum, i) => sum + costs[i], 0);
			const all = (at: number): number[][] =>
				at === pieces
					? [[]]
					: candidates.flatMap((c, i) => (c.from === at ? all(c.to).map((rest) => [i, ...rest]) : []));
			const best = bestPath(pieces, candidates, costs);
			expect(total(best)).toBe(Math.min(...all(0).map(total)));
		}),
	);
});
