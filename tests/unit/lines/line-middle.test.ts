import { describe, expect, it } from "vitest";
import { lineMiddle } from "../../../lib/lines/line-middle.ts";

const box = (x: number, y: number, weight = 1) => ({ box: { x, y, width: 10, height: 20 }, weight });

describe("the middle of a line of writing", () => {
	it("climbs with the line", () => {
		const middleAt = lineMiddle([box(0, 100), box(50, 95), box(100, 90)]);
		expect(middleAt(5)).toBeCloseTo(110);
		expect(middleAt(105)).toBeCloseTo(100);
		expect(middleAt(205)).toBeCloseTo(90);
	});

	it("is level where the line is short, and of a single box its own", () => {
		expect(lineMiddle([box(0, 0), box(12, 8)])(500)).toBeCloseTo(14);
		expect(lineMiddle([box(3, 7)])(500)).toBeCloseTo(17);
	});

	it("follows what counts most", () => {
		expect(lineMiddle([box(0, 0, 1), box(10, 100, 1e-6)])(0)).toBeCloseTo(10, 3);
	});
});
