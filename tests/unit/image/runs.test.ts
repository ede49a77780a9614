import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eachShortColumn, INK, inkRuns, strokeWidth } from "../../../lib/image/runs.ts";
import { plane } from "./drawing.ts";

const picture = fc
	.tuple(fc.integer({ min: 1, max: 23 }), fc.integer({ min: 1, max: 9 }))
	.chain(([width, height]) =>
		fc
			.array(fc.boolean(), { minLength: width * height, maxLength: width * height })
			.map((bits) => plane(width, height, (x, y) => (bits[y * width + x] ? INK : INK - 1))),
	);

/** The runs of a row of pixels, the slow and obvious way: first and the one after the last. */
function runsOf(isInk: readonly boolean[]): [number, number][] {
	const runs: [number, number][] = [];
	for (const [i, ink] of isInk.entries()) {
		if (!ink) continue;
		if (isInk[i - 1]) runs[runs.length - 1][1] = i + 1;
		else runs.push([i, i + 1]);
	}
	return runs;
}

describe("the runs of any picture", () => {
	test("are those that a look at every pixel finds, row by row", () => {
		fc.assert(
			fc.property(picture, (ink) => {
				const { rows, edges } = inkRuns(ink);
				for (let y = 0; y < ink.height; y++) {
					const row = Array.from(ink.data.subarray(y * ink.width, (y + 1) * ink.width), (v) => v >= INK);
					expect([...edges.subarray(rows[y], rows[y + 1])]).toEqual(runsOf(row).flat());
				}
			}),
		);
	});

	test("give its short columns, each once, by where they end", () => {
		fc.assert(
			fc.property(picture, fc.integer({ min: 1, max: 5 }), (ink, longest) => {
				const found: string[] = [];
				let last = 0;
				eachShortColumn(inkRuns(ink), longest, (x, from, to) => {
					found.push(`${x}: ${from}-${to}`);
					expect(to).toBeGreaterThanOrEqual(last);
					last = to;
				});
				const expected = Array.from({ length: ink.width }, (_, x) =>
					runsOf(Array.from({ length: ink.height }, (_, y) => ink.data[y * ink.width + x] >= INK))
						.filter(([from, to]) => to - from <= longest)
						.map(([from, to]) => `${x}: ${from}-${to}`),
				);
				expect(found.sort()).toEqual(expected.flat().sort());
			}),
		);
	});
});

test("the stroke width is that of most strokes, whatever long runs there are", () => {
	const ink = plane(60, 40, (x, y) => (x % 12 < 4 || y === 20 ? 255 : 0));
	expect(strokeWidth(inkRuns(ink))).toBe(4);
	expect(strokeWidth(inkRuns(plane(5, 5, () => 0)))).toBeGreaterThanOrEqual(1);
});
