import fc from "fast-check";
import { expect, it } from "vitest";
import { placePanel } from "../../../components/place.ts";

const viewport = { width: 1000, height: 700 };
const panel = { width: 300, height: 150 };
const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

it("stands below the picture, else above it, else beside it", () => {
	const below = box(100, 100, 200, 100);
	expect(placePanel(panel, below, below, viewport)).toEqual({ x: 100, y: 208 });
	const above = box(100, 500, 200, 150);
	expect(placePanel(panel, above, above, viewport)).toEqual({ x: 100, y: 342 });
	const tall = box(50, 10, 200, 680);
	expect(placePanel(panel, tall, tall, viewport)).toEqual({ x: 258, y: 10 });
	const tallRight = box(500, 10, 480, 680);
	expect(placePanel(panel, tallRight, tallRight, viewport)).toEqual({ x: 192, y: 10 });
});

it("keeps off the digits where the picture fills the viewport", () => {
	const digits = box(100, 100, 200, 100);
	expect(placePanel(panel, box(0, 0, 1000, 700), digits, viewport)).toEqual({ x: 100, y: 208 });
});

it("is always inside the viewport when it fits there at all", () => {
	const place = fc.record({
		x: fc.integer({ min: -500, max: 1500 }),
		y: fc.integer({ min: -500, max: 1500 }),
		width: fc.integer({ min: 1, max: 2000 }),
		height: fc.integer({ min: 1, max: 2000 }),
	});
	fc.assert(
		fc.property(place, place, (subject, digits) => {
			const { x, y } = placePanel(panel, subject, digits, viewport);
			expect(x).toBeGreaterThanOrEqual(8);
			expect(y).toBeGreaterThanOrEqual(8);
			expect(x + panel.width).toBeLessThanOrEqual(viewport.width - 8);
			expect(y + panel.height).toBeLessThanOrEqual(viewport.height - 8);
		}),
	);
});

it("stands, where the person wants it, in the corner that is farthest from the digits", () => {
	const digits = { x: 700, y: 500, width: 50, height: 40 };
	expect(
		placePanel({ width: 280, height: 140 }, digits, digits, { width: 800, height: 600 }, "corner"),
	).toEqual({
		x: 8,
		y: 8,
	});
});
