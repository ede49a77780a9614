import { describe, expect, it } from "vitest";
import { drawOutline } from "../../../../tools/data/outline.ts";

const at = ({ width, data }: { width: number; data: Float32Array }, x: number, y: number) =>
	data[y * width + x];

describe("drawing an outline", () => {
	it("fills it, leaves its hole empty and covers the edges by their share", async () => {
		// A frame of 100 x 50 units, 12.5 thick; the inner contour runs the other way round.
		const path = "M-10 -60H90V-10H-10Z M2.5 -47.5V-22.5H77.5V-47.5Z";
		const ink = await drawOutline({ path, box: { x: -10, y: -60, width: 100, height: 50 } }, 20);
		expect([ink.width, ink.height]).toEqual([20, 10]);
		expect(at(ink, 0, 0)).toBe(1);
		expect(at(ink, 10, 1)).toBe(1);
		expect(at(ink, 10, 5)).toBe(0);
		// The third row is half ink, half hole.
		expect(at(ink, 10, 2)).toBeCloseTo(0.5, 1);
	});

	it("keeps contours that overlap filled", async () => {
		const path = "M0 0H60V40H0Z M40 0H100V40H40Z";
		const ink = await drawOutline({ path, box: { x: 0, y: 0, width: 100, height: 40 } }, 20);
		expect(Math.min(...ink.data)).toBe(1);
	});

	it("gives a shape without any width to speak of one pixel", async () => {
		const ink = await drawOutline({ path: "M0 0H1V100H0Z", box: { x: 0, y: 0, width: 1, height: 100 } }, 20);
		expect([ink.width, ink.height]).toEqual([1, 20]);
		expect(Math.min(...ink.data)).toBe(1);
	});
});
