import fc from "fast-check";
import { expect, it } from "vitest";
import { between, LEAST, moved, resized } from "../../../../components/region/rectangle.ts";

const bounds = { width: 800, height: 600 };
const anywhere = fc.tuple(fc.integer({ min: -900, max: 1700 }), fc.integer({ min: -900, max: 1700 }));

it("spans two corners in any order", () => {
	const expected = { x: 10, y: 20, width: 30, height: 40 };
	expect(between([10, 20], [40, 60], bounds)).toEqual(expected);
	expect(between([40, 20], [10, 60], bounds)).toEqual(expected);
});

it("stays inside the viewport and keeps its size when it is moved", () => {
	fc.assert(
		fc.property(anywhere, anywhere, anywhere, (a, b, [dx, dy]) => {
			const box = between(a, b, bounds);
			const there = moved(box, dx, dy, bounds);
			expect([there.width, there.height]).toEqual([box.width, box.height]);
			expect(there.x).toBeGreaterThanOrEqual(0);
			expect(there.y).toBeGreaterThanOrEqual(0);
			expect(there.x + there.width).toBeLessThanOrEqual(bounds.width);
			expect(there.y + there.height).toBeLessThanOrEqual(bounds.height);
		}),
	);
});

it("moves only the edges of the handle, inside the viewport, and never turns inside out", () => {
	const box = { x: 100, y: 100, width: 200, height: 100 };
	expect(resized(box, { x: 1, y: 0 }, 50, 50, bounds)).toEqual({ ...box, width: 250 });
	expect(resized(box, { x: -1, y: -1 }, 10, -20, bounds)).toEqual({ x: 110, y: 80, width: 190, height: 120 });
	expect(resized(box, { x: -1, y: 1 }, 999, -999, bounds)).toMatchObject({ width: LEAST, height: LEAST });
	expect(resized(box, { x: 1, y: 1 }, 9999, 9999, bounds)).toEqual({
		x: 100,
		y: 100,
		width: 700,
		height: 500,
	});
});
