import fc from "fast-check";
import { expect, test } from "vitest";
import { connectedComponents } from "../../../lib/image/components.ts";
import { inkRuns } from "../../../lib/image/runs.ts";
import { plane } from "./drawing.ts";

/** Sizes of the 8-connected components by flood fill, the slow and obvious way. */
function floodSizes(width: number, height: number, bits: readonly boolean[]): number[] {
	const seen = new Set<number>();
	const sizes: number[] = [];
	for (let start = 0; start < bits.length; start++) {
		if (!bits[start] || seen.has(start)) continue;
		const open = [start];
		seen.add(start);
		let size = 0;
		for (let at = open.pop(); at !== undefined; at = open.pop()) {
			size++;
			for (let dy = -1; dy <= 1; dy++) {
				for (let dx = -1; dx <= 1; dx++) {
					const [x, y] = [(at % width) + dx, Math.floor(at / width) + dy];
					const next = y * width + x;
					if (x < 0 || y < 0 || x >= width || y >= height || !bits[next] || seen.has(next)) continue;
					seen.add(next);
					open.push(next);
				}
			}
		}
		sizes.push(size);
	}
	return sizes;
}

test("components are those of a flood fill, with exact boxes", () => {
	const picture = fc
		.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 }))
		.chain(([width, height]) =>
			fc
				.array(fc.boolean(), { minLength: width * height, maxLength: width * height })
				.map((bits) => ({ width, height, bits })),
		);
	fc.assert(
		fc.property(picture, ({ width, height, bits }) => {
			const picture = plane(width, height, (x, y) => (bits[y * width + x] ? 200 : 100));
			const blobs = connectedComponents(inkRuns(picture));
			const sorted = (sizes: number[]) => sizes.sort((a, b) => a - b);
			expect(sorted(blobs.map(({ area }) => area))).toEqual(sorted(floodSizes(width, height, bits)));
			for (const { box, runs, area } of blobs) {
				expect(Math.min(...runs.map(([y]) => y))).toBe(box.y);
				expect(Math.max(...runs.map(([y]) => y))).toBe(box.y + box.height - 1);
				expect(Math.min(...runs.map(([, from]) => from))).toBe(box.x);
				expect(Math.max(...runs.map(([, , to]) => to))).toBe(box.x + box.width);
				expect(runs.reduce((sum, [, from, to]) => sum + to - from, 0)).toBe(area);
			}
		}),
	);
});
